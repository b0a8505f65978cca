import type { ApiRequest, AwsWorld, Principal } from '../../aws';
import { parseArn } from '../../aws';
import type { Cloud } from '../../cloud';
import { sessions } from '../../services/sts';
import { vpcEndpoints } from '../../services/vpc';
import type { DocumentPlace, RefusalView } from '../model';
import { documentAt } from './documents';
import { everyone, type Someone } from './principals';

/** The request that stores a text at a place, and the command one types for it. */
export interface Storing {
  readonly request: Omit<ApiRequest, 'credentials'>;
  readonly command: string;
}

const GLOBAL_REGION = 'us-east-1';

/** Nothing where a text cannot be stored there: a session keeps the policies it was made with. */
export function storingOf(world: AwsWorld, place: DocumentPlace, text: string): Storing | undefined {
  switch (place.kind) {
    case 'key':
      return ofKey(place.key, text);
    case 'inline':
      return ofInline(place.holder, place.name, text);
    case 'managed':
      return {
        request: iam('CreatePolicyVersion', {
          PolicyArn: place.arn,
          PolicyDocument: text,
          SetAsDefault: true,
        }),
        command: `aws iam create-policy-version --policy-arn ${place.arn} --set-as-default --policy-document ${quoted(text)}`,
      };
    case 'organization':
      return {
        request: {
          service: 'organizations',
          operation: 'UpdatePolicy',
          region: GLOBAL_REGION,
          input: { PolicyId: place.id, Content: text },
        },
        command: `aws organizations update-policy --policy-id ${place.id} --content ${quoted(text)}`,
      };
    case 'endpoint':
      return ofEndpoint(world, place.id, text);
    case 'session':
      return undefined;
  }
}

function ofKey(key: string, text: string): Storing {
  const region = parseArn(key)?.region ?? '';
  return {
    request: {
      service: 'kms',
      operation: 'PutKeyPolicy',
      region,
      input: { KeyId: key, PolicyName: 'default', Policy: text },
    },
    command: `aws kms put-key-policy --region ${region} --key-id ${key} --policy-name default --policy ${quoted(text)}`,
  };
}

const HOLDERS = {
  user: { operation: 'PutUserPolicy', member: 'UserName', command: 'put-user-policy --user-name' },
  role: { operation: 'PutRolePolicy', member: 'RoleName', command: 'put-role-policy --role-name' },
  group: { operation: 'PutGroupPolicy', member: 'GroupName', command: 'put-group-policy --group-name' },
} as const;

function ofInline(holder: string, policyName: string, text: string): Storing | undefined {
  const [kind = '', ...path] = (parseArn(holder)?.resource ?? '').split('/');
  const how = Object.hasOwn(HOLDERS, kind) ? HOLDERS[kind as keyof typeof HOLDERS] : undefined;
  if (!how) return undefined;
  const name = path.at(-1) ?? '';
  return {
    request: iam(how.operation, { [how.member]: name, PolicyName: policyName, PolicyDocument: text }),
    command: `aws iam ${how.command} ${name} --policy-name ${policyName} --policy-document ${quoted(text)}`,
  };
}

function ofEndpoint(world: AwsWorld, id: string, text: string): Storing {
  const region = world.table(vpcEndpoints).get(id)?.region ?? '';
  return {
    request: {
      service: 'ec2',
      operation: 'ModifyVpcEndpoint',
      region,
      input: { VpcEndpointId: id, PolicyDocument: text },
    },
    command: `aws ec2 modify-vpc-endpoint --region ${region} --vpc-endpoint-id ${id} --policy-document ${quoted(text)}`,
  };
}

function iam(operation: string, input: Readonly<Record<string, unknown>>): Storing['request'] {
  return { service: 'iam', operation, region: GLOBAL_REGION, input };
}

/** A JSON text on one line, as one word of the shell. */
function quoted(text: string): string {
  return `'${onOneLine(text).replaceAll("'", `'\\''`)}'`;
}

function onOneLine(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

/** How to get a session with another policy: its own cannot be changed. */
export function newSessionCommand(world: AwsWorld, place: DocumentPlace, text: string): string {
  const session = place.kind === 'session' ? world.table(sessions).get(place.accessKeyId) : undefined;
  const role = session?.principal.roleArn ?? '';
  const name = session?.principal.arn.split('/').at(-1) ?? 'session';
  return `aws sts assume-role --role-arn ${role} --role-session-name ${name} --policy ${quoted(text)}`;
}

const UNAUTHORIZED: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
]);

/** Who may make a request, and what whoever may ask for it is told. */
export interface Doing {
  /** The first who succeeds. */
  readonly by: Someone | undefined;
  /** What AWS answers to somebody who is allowed to ask; absent where it works, or where nobody is. */
  readonly refusal: RefusalView | undefined;
}

/** Asks one after the other of those in an account, people before roles, the root user last. */
export function whoMay(cloud: Cloud, account: string, request: Omit<ApiRequest, 'credentials'>): Doing {
  let refusal: RefusalView | undefined;
  for (const someone of helpersOf(cloud.world, account)) {
    const reply = cloud.askAs(someone.principal, { ...request, credentials: '' }, false);
    if (reply.ok) return { by: someone, refusal: undefined };
    if (!UNAUTHORIZED.has(reply.refusal.name)) {
      refusal ??= { name: reply.refusal.name, message: reply.refusal.message ?? '' };
    }
  }
  return { by: undefined, refusal };
}

const ORDER: Readonly<Record<Someone['kind'], number>> = {
  user: 0,
  role: 1,
  'root user': 2,
  session: 3,
  service: 4,
};

function helpersOf(world: AwsWorld, account: string): readonly Someone[] {
  return everyone(world)
    .filter((someone) => someone.account === account && ORDER[someone.kind] <= 2)
    .sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
}

/** Who a stored document's account is; of a key its owner. */
export function accountAt(world: AwsWorld, place: DocumentPlace): string {
  const named = place.kind === 'inline' ? parseArn(place.holder)?.account : undefined;
  return documentAt(world, place)?.account ?? named ?? '';
}

/** The principal as it is now, after what may have been changed about it. */
export function principalNow(world: AwsWorld, principal: Principal, credentials: string): Principal {
  const held = world.table(sessions).get(credentials)?.principal;
  return held?.arn === principal.arn ? held : principal;
}
