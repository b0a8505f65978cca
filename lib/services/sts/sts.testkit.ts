import {
  type AccessCheck,
  type ApiRequest,
  type AwsWorld,
  type Call,
  type ConditionValues,
  type Denial,
  type Outcome,
  type Principal,
  type Refusal,
  refuse,
} from '../../aws';
import { type Engine, policyPrincipal, type Reply, send } from '../../pipeline';
import { compilePolicyText, decide, denialOf, type NamedPolicy, type PolicyKind } from '../../policy';
import { World } from '../../world';
import {
  accessKeyIdOf,
  accountOfAccessKeyId,
  createIamOperations,
  identityPoliciesOf,
  managedPolicyText,
  principalOf,
  roleOf,
  seedAccessKeyId,
  seedAccount,
} from '../iam';
import { createStsOperations, sessionOf } from '.';

export const HOME = '111122223333';
export const OTHER = '444455556666';
export const STUDENT_KEY = seedAccessKeyId(HOME, 'student');
export const ROOT_KEY = seedAccessKeyId(HOME, 'root');
export const START_MS = Date.UTC(2026, 10, 22, 12);

/** Two accounts with IAM and STS, decided by their policies. */
export interface StsLab {
  readonly world: AwsWorld;
  /** The output of a request that must succeed. */
  ask(request: string, input?: Record<string, unknown>, credentials?: string): Record<string, unknown>;
  /** Name, message and status of a request that must be refused. */
  refusal(request: string, input?: Record<string, unknown>, credentials?: string): readonly unknown[];
  /** Makes a role and answers its ARN. */
  role(name: string, trust: object, credentials?: string): string;
  /** Assumes a role and answers the access key id of the session. */
  assume(roleArn: string, options?: Record<string, unknown>, credentials?: string): string;
}

const IAM = createIamOperations();
const STS = createStsOperations({
  role: roleOf,
  managedPolicyText,
  accessKeyId: accessKeyIdOf,
  accountOfAccessKeyId,
});

export function stsLab(): StsLab {
  const world: AwsWorld = new World<ApiRequest, Outcome>({ seed: 'sts', startMs: START_MS });
  const engine: Engine = {
    world,
    quotas: false,
    ports: {
      operation: (service, name) => ({ iam: IAM, sts: STS })[service]?.[name],
      authenticate: ({ credentials }) => authenticate(world, credentials),
      authorize: (call, check) => ({ denial: denied(call, check) }),
      rate: (charge) => charge.perSecond,
      throttled: () => refuse('Throttling'),
    },
  };
  world.collect(() => seedAccount(world, { account: HOME, user: 'student' }));
  world.collect(() => seedAccount(world, { account: OTHER, user: 'student' }));
  const sendOne = (
    request: string,
    input: Record<string, unknown> = {},
    credentials = STUDENT_KEY,
  ): Reply => {
    const [service = '', operation = ''] = request.split(':');
    return send(engine, { service, operation, region: 'eu-central-1', credentials, input });
  };
  const ask: StsLab['ask'] = (...request) => {
    const reply = sendOne(...request);
    if (!reply.ok) throw new Error(`${request[0]}: ${reply.refusal.name} ${reply.refusal.message}`);
    return reply.output;
  };
  return {
    world,
    ask,
    refusal: (...request) => {
      const reply = sendOne(...request);
      if (reply.ok) throw new Error(`${request[0]} was expected to be refused`);
      return [reply.refusal.name, reply.refusal.message, reply.refusal.status];
    },
    role: (RoleName, trust, credentials) => {
      const document = JSON.stringify({ Version: '2012-10-17', Statement: [trust] });
      const made = ask('iam:CreateRole', { RoleName, AssumeRolePolicyDocument: document }, credentials);
      return (made.Role as { Arn: string }).Arn;
    },
    assume: (RoleArn, options, credentials) => {
      const output = ask('sts:AssumeRole', { RoleArn, RoleSessionName: 'one', ...options }, credentials);
      return keyOf(output);
    },
  };
}

/** The access key id that an answer hands out. */
export function keyOf(output: Record<string, unknown>): string {
  return (output.Credentials as { AccessKeyId: string }).AccessKeyId;
}

function authenticate(world: AwsWorld, credentials: string): Principal | Refusal {
  const holder = principalOf(world, credentials) ?? sessionOf(world, credentials);
  return holder ?? refuse('InvalidClientTokenId', undefined, 403);
}

function denied(call: Call, check: AccessCheck): Denial | undefined {
  const { principal, world } = call;
  const { identity, boundary } = identityPoliciesOf(world, principal);
  const decision = decide(
    {
      principal: policyPrincipal(principal),
      action: check.action,
      resource: check.resource,
      resourceAccount: check.account,
      context: { read: (key) => check.context(key) ?? callerKey(principal, key) ?? 'absent' },
    },
    {
      identity: identity.map(({ text }) => named(text, 'identity')),
      boundary: boundary && named(boundary.text, 'boundary'),
      session: principal.sessionPolicies?.map((text) => named(text, 'session')),
      resourcePolicy: check.resourcePolicy === undefined ? undefined : named(check.resourcePolicy, 'trust'),
      accountDelegation: check.needsDelegation ? 'required' : 'implied',
    },
  );
  const denial = denialOf(decision, check.action);
  return denial && { ...denial, principal, check };
}

function callerKey({ mfa, tags }: Principal, key: string): ConditionValues {
  if (key === 'aws:multifactorauthpresent') return mfa === undefined ? undefined : [String(mfa)];
  const tag = tags[key.replace('aws:principaltag/', '')];
  return tag === undefined ? undefined : [tag];
}

function named(text: string, kind: PolicyKind): NamedPolicy {
  const compiled = compilePolicyText(text, kind);
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
  return { name: kind, policy: compiled.policy };
}
