import type { AwsWorld } from '../../aws';
import { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT } from '../../cloud';
import type { Reply } from '../../pipeline';

export const REGION = 'eu-west-1';
export const STANDBY = 'eu-central-1';
export { HOME_ACCOUNT };

export interface From {
  readonly region?: string;
  readonly as?: string;
}

/** All services together, and what a service asked of the others. */
export function realCloud(seed = 'services') {
  const cloud = new Cloud({ seed, startMs: Date.UTC(2026, 10, 22, 9) });
  const { world } = cloud;
  const reply = (service: string, operation: string, input: object = {}, from: From = {}): Reply =>
    cloud.send({
      service,
      operation,
      region: from.region ?? REGION,
      credentials: from.as ?? HOME_ACCESS_KEY,
      input: input as Record<string, unknown>,
    });
  /** The answer, which has to be a yes. */
  const ok = <O = Record<string, never>>(...request: Parameters<typeof reply>): O => {
    const answer = reply(...request);
    if (!answer.ok) throw new Error(`${request[1]}: ${said(answer)}`);
    return answer.output as O;
  };
  const refusal = (...request: Parameters<typeof reply>): string => said(reply(...request));
  const wait = (seconds: number) => cloud.advanceTo(world.nowMs + seconds * 1000);
  const newKey = (input: object = {}, from: From = {}): string =>
    ok<{ KeyMetadata: { Arn: string } }>('kms', 'CreateKey', input, from).KeyMetadata.Arn;
  /** A second account of the organization: its id, and the access key of a session that administers it. */
  const secondAccount = () => {
    ok('organizations', 'CreateOrganization', { FeatureSet: 'ALL' });
    ok('organizations', 'CreateAccount', { AccountName: 'partner', Email: 'partner@example.com' });
    const { Accounts } = ok<{ Accounts: { Id: string; Name: string }[] }>('organizations', 'ListAccounts');
    const account = Accounts.find(({ Name }) => Name === 'partner')?.Id ?? '';
    const { Credentials } = ok<{ Credentials: { AccessKeyId: string } }>('sts', 'AssumeRole', {
      RoleArn: `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`,
      RoleSessionName: 'admin',
    });
    return { account, as: Credentials.AccessKeyId };
  };
  return { secondAccount, cloud, world, reply, ok, refusal, wait, newKey, asked: asker(world) };
}

export function said(answer: Reply): string {
  return answer.ok ? 'ok' : `${answer.refusal.name}: ${answer.refusal.message ?? ''}`;
}

/** Inner requests since the last look: operation, encryption context, refusal, who, through whom. */
function asker(world: AwsWorld) {
  let seen = world.log.head;
  return () => {
    const commits = world.log.since(seen).filter(({ parent }) => parent !== undefined);
    seen = world.log.head;
    return commits.map(({ request, outcome }) => {
      const { principal } = outcome.audit;
      return {
        did: request.operation,
        context: contextOf(request.input),
        by: principal?.arn.slice(principal.arn.lastIndexOf('/') + 1),
        via: request.source?.via?.[0],
        no: outcome.refusal?.name,
      };
    });
  };
}

function contextOf(input: Readonly<Record<string, unknown>>): unknown {
  const constraints = input.Constraints as { EncryptionContextSubset?: object } | undefined;
  return (
    input.EncryptionContext ?? input.DestinationEncryptionContext ?? constraints?.EncryptionContextSubset
  );
}
