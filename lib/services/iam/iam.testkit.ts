import {
  type AccessCheck,
  type ApiRequest,
  type AwsWorld,
  type Outcome,
  refuse,
  type Shape,
  validate,
} from '../../aws';
import { type Engine, type Reply, send } from '../../pipeline';
import { World } from '../../world';
import { createIamOperations, principalOf, seedAccessKeyId, seedAccount } from '.';

export const HOME = '111122223333';
export const STUDENT_KEY = seedAccessKeyId(HOME, 'student');
export const ROOT_KEY = seedAccessKeyId(HOME, 'root');
export const START_MS = Date.UTC(2026, 10, 22, 12);

/** An account with IAM alone, in which everything is allowed. */
export interface IamLab {
  readonly world: AwsWorld;
  /** Every permission asked for, newest last. */
  readonly checks: readonly AccessCheck[];
  send(operation: string, input?: Record<string, unknown>, credentials?: string): Reply;
  /** The output of a request that must succeed. */
  ask(operation: string, input?: Record<string, unknown>, credentials?: string): Record<string, unknown>;
  /** Name, message and status of a request that must be refused. */
  refusal(operation: string, input?: Record<string, unknown>, credentials?: string): readonly unknown[];
}

export function iamLab(operations = createIamOperations(), held?: AwsWorld): IamLab {
  const world: AwsWorld = held ?? new World<ApiRequest, Outcome>({ seed: 'iam', startMs: START_MS });
  const checks: AccessCheck[] = [];
  const engine: Engine = {
    world,
    quotas: false,
    ports: {
      operation: (_service, name) => operations[name],
      authenticate: ({ credentials }) =>
        principalOf(world, credentials) ?? refuse('InvalidClientTokenId', undefined, 403),
      authorize: (_call, check) => {
        checks.push(check);
        return {};
      },
      rate: (charge) => charge.perSecond,
      throttled: () => refuse('Throttling'),
    },
  };
  if (!held) world.collect(() => seedAccount(world, { account: HOME, user: 'student' }));
  const sendOne = (operation: string, input: Record<string, unknown> = {}, credentials = STUDENT_KEY) =>
    send(engine, { service: 'iam', operation, region: 'eu-central-1', credentials, input });
  return {
    world,
    checks,
    send: sendOne,
    ask: (...request) => {
      const reply = sendOne(...request);
      if (!reply.ok) throw new Error(`${request[0]}: ${reply.refusal.name} ${reply.refusal.message}`);
      const shape = operations[request[0]]?.output ?? { kind: 'structure', members: {}, required: [] };
      const faults = [...strangers(shape, reply.output), validate(shape, reply.output)?.message ?? ''];
      if (faults.join('') !== '')
        throw new Error(`${request[0]} answers what it does not declare: ${faults}`);
      return reply.output;
    },
    refusal: (...request) => {
      const reply = sendOne(...request);
      if (reply.ok) throw new Error(`${request[0]} was expected to be refused`);
      return [reply.refusal.name, reply.refusal.message, reply.refusal.status];
    },
  };
}

/** A document with one statement that allows an action on everything. */
export function allowing(action: string, effect = 'Allow'): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: effect, Action: action, Resource: '*' }],
  });
}

/** A trust policy for one principal. */
export function trusting(principal: Record<string, string>): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
  });
}

/** Members of a value that its shape does not have. */
function strangers(shape: Shape, value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (shape.kind === 'list') return (value as unknown[]).flatMap((item) => strangers(shape.member, item));
  if (shape.kind !== 'structure') return [];
  return Object.entries(value as object).flatMap(([name, member]) => {
    const declared = shape.members[name];
    return declared ? strangers(declared, member) : [name];
  });
}
