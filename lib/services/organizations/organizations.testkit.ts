import { type AccessCheck, type ApiRequest, type AwsWorld, type Outcome, refuse } from '../../aws';
import { type Engine, send } from '../../pipeline';
import { World } from '../../world';
import {
  accountOf,
  createMemberAccount,
  isEmailTaken,
  principalOf,
  seedAccessKeyId,
  seedAccount,
} from '../iam';
import { createOrganizationOperations } from '.';

export const HOME = '111122223333';
export const OTHER = '444455556666';
export const START_MS = Date.UTC(2026, 10, 22, 12);
export const OTHER_KEY = seedAccessKeyId(OTHER, 'root');

/** An account with Organizations alone, in which everything is allowed. */
export interface OrganizationsLab {
  readonly world: AwsWorld;
  /** Every permission asked for, newest last. */
  readonly checks: readonly AccessCheck[];
  /** The output of a request that must succeed. */
  ask(operation: string, input?: Record<string, unknown>, credentials?: string): Record<string, unknown>;
  /** Name and further members of a request that must be refused. */
  refusal(operation: string, input?: Record<string, unknown>, credentials?: string): readonly unknown[];
}

const OPERATIONS = createOrganizationOperations({
  account: accountOf,
  isEmailTaken,
  create: createMemberAccount,
});

export function organizationsLab(): OrganizationsLab {
  const world: AwsWorld = new World<ApiRequest, Outcome>({ seed: 'organizations', startMs: START_MS });
  const checks: AccessCheck[] = [];
  const engine: Engine = {
    world,
    quotas: false,
    ports: {
      operation: (_service, name) => OPERATIONS[name],
      authenticate: ({ credentials }) =>
        principalOf(world, credentials) ?? refuse('UnrecognizedClientException'),
      authorize: (_call, check) => {
        checks.push(check);
        return {};
      },
      rate: (charge) => charge.perSecond,
      throttled: () => refuse('TooManyRequestsException'),
    },
  };
  world.collect(() => seedAccount(world, { account: HOME, name: 'Home', email: 'home@example.com' }));
  world.collect(() => seedAccount(world, { account: OTHER }));
  const sendOne = (
    operation: string,
    input: Record<string, unknown> = {},
    credentials = seedAccessKeyId(HOME, 'root'),
  ) => send(engine, { service: 'organizations', operation, region: 'us-east-1', credentials, input });
  return {
    world,
    checks,
    ask: (...request) => {
      const reply = sendOne(...request);
      if (!reply.ok) throw new Error(`${request[0]}: ${reply.refusal.name} ${reply.refusal.message}`);
      return reply.output;
    },
    refusal: (...request) => {
      const reply = sendOne(...request);
      if (reply.ok) throw new Error(`${request[0]} was expected to be refused`);
      return [reply.refusal.name, reply.refusal.extra];
    },
  };
}

/** An organization with one unit and one account in it. */
export interface SmallOrganization extends OrganizationsLab {
  readonly id: string;
  readonly root: string;
  readonly unit: string;
  readonly account: string;
}

export function smallOrganization(): SmallOrganization {
  const lab = organizationsLab();
  const { Organization } = lab.ask('CreateOrganization') as { Organization: { Id: string } };
  const { Roots } = lab.ask('ListRoots') as { Roots: { Id: string }[] };
  const root = Roots[0]?.Id ?? '';
  const made = lab.ask('CreateOrganizationalUnit', { ParentId: root, Name: 'apps' });
  const unit = (made.OrganizationalUnit as { Id: string }).Id;
  const ordered = lab.ask('CreateAccount', { AccountName: 'app', Email: 'app@example.com' });
  const { Id } = ordered.CreateAccountStatus as { Id: string };
  const status = lab.ask('DescribeCreateAccountStatus', { CreateAccountRequestId: Id });
  const account = (status.CreateAccountStatus as { AccountId: string }).AccountId;
  lab.ask('MoveAccount', { AccountId: account, SourceParentId: root, DestinationParentId: unit });
  return { ...lab, id: Organization.Id, root, unit, account };
}

/** An SCP or RCP with one statement. */
export function content(effect: 'Allow' | 'Deny', action: string, principal?: string): string {
  const statement = { Effect: effect, Principal: principal, Action: action, Resource: '*' };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}
