import type { AccessCheck, ApiRequest, AwsWorld, Call, Outcome, Principal, Refusal } from '../aws';
import { lacksIdentityAllow } from '../aws/denial.testkit';
import { needs } from '../base';
import { ask, type Engine, type Reply, send, type Verdict } from '../pipeline';
import { World } from '../world';
import { dueHandlers } from './keys/due';
import { operations } from './operations';
import { type KeyRecord, keys } from './records/key';
import type { KeyMetadata } from './rules/shapes';

export const START_MS = Date.UTC(2026, 0, 5, 9, 0, 0);
export const DAY = 24 * 60 * 60 * 1000;
export const IRELAND = 'eu-west-1';
export const FRANKFURT = 'eu-central-1';
export const HOME = '111122223333';
export const OTHER = '444455556666';
const CREDENTIALS_OF = (account: string) => `AKIA${account}`;

export interface Place {
  readonly region?: string;
  /** The caller's account. */
  readonly account?: string;
}

/** KMS on a world of its own, with an administrator in every account and everything allowed. */
export class KmsLab {
  readonly world: AwsWorld;
  readonly engine: Engine;
  /** Every permission that was asked for, in order. */
  readonly asked: AccessCheck[] = [];
  /** Says which permission is missing; all are there otherwise. */
  deny: (check: AccessCheck) => boolean = () => false;

  constructor(seed = 'lab', quotas = false) {
    this.world = new World<ApiRequest, Outcome>({ seed, startMs: START_MS });
    this.engine = {
      world: this.world,
      quotas,
      ports: {
        operation: (service, name) => (service === 'kms' ? operations[name] : undefined),
        authenticate: (request) => adminOf(request.credentials.slice(4)),
        authorize: (call, check) => this.authorize(call, check),
        rate: (charge) => charge.perSecond,
        throttled: () => ({ refused: true, name: 'ThrottlingException', status: 400 }),
      },
    };
  }

  send(operation: string, input: Record<string, unknown> = {}, place: Place = {}): Reply {
    const credentials = CREDENTIALS_OF(place.account ?? HOME);
    const request = { service: 'kms', operation, region: place.region ?? IRELAND, credentials, input };
    return send(this.engine, request);
  }

  /** The answer of a request that must succeed. */
  ok<O = Record<string, unknown>>(operation: string, input?: Record<string, unknown>, place?: Place): O {
    const reply = this.send(operation, input, place);
    needs(reply.ok, `${operation} was refused: ${reply.ok ? '' : textOf(reply.refusal)}`);
    return reply.output as O;
  }

  /** Name and text of the refusal of a request that must fail. */
  no(operation: string, input?: Record<string, unknown>, place?: Place): string {
    const before = this.world.hash();
    const reply = this.send(operation, input, place);
    needs(!reply.ok, `${operation} succeeded`);
    needs(this.engine.quotas || this.world.hash() === before, `${operation} was refused and left a change`);
    return textOf(reply.refusal);
  }

  /** Action and resource of every permission that a request asks for, in order. */
  asks(operation: string, input?: Record<string, unknown>, place?: Place): readonly (readonly string[])[] {
    this.asked.length = 0;
    this.send(operation, input, place);
    return this.asked.map(({ action, resource }) => [action, resource]);
  }

  /** What each gate saw of a request. */
  explain(request: ApiRequest): readonly string[] {
    return (ask(this.engine, request).trace?.stages ?? []).map(({ stage, saw }) => `${stage}: ${saw}`);
  }

  /** What the trail keeps of the newest request, besides who made it. */
  trail() {
    const { principal: _, ...rest } = this.world.log.get(this.world.log.head)?.outcome.audit ?? {
      resources: [],
    };
    return rest;
  }

  createKey(input: Record<string, unknown> = {}, place?: Place): KeyMetadata & { readonly Arn: string } {
    const { KeyMetadata } = this.ok<{ KeyMetadata: KeyMetadata & { Arn: string } }>(
      'CreateKey',
      input,
      place,
    );
    return KeyMetadata;
  }

  describe(keyId: string, place?: Place): KeyMetadata {
    return this.ok<{ KeyMetadata: KeyMetadata }>('DescribeKey', { KeyId: keyId }, place).KeyMetadata;
  }

  key(arn: string): KeyRecord {
    const key = this.world.table(keys).get(arn);
    needs(key, `no key ${arn}`);
    return key;
  }

  /** Writes a record as no request could. */
  plant(change: Partial<KeyRecord> & { readonly arn: string }): void {
    this.world.collect(() => this.world.put(keys, { ...this.key(change.arn), ...change }));
  }

  /** Lets time pass; what comes due happens at its own moment. */
  wait(ms: number): void {
    const end = this.world.nowMs + ms;
    for (let due = this.world.nextDue(end); due; due = this.world.nextDue(end)) {
      this.world.setClock(Math.max(this.world.nowMs, due.atMs));
      const record = this.world.recordOf(due.table, due.id);
      const handler = dueHandlers[due.table];
      needs(record && handler, `${due.table} ${due.id} is due and nothing handles it`);
      const { changes } = this.world.collect(() => handler(this.world, record));
      needs(changes.length > 0, `${due.id} came due and nothing changed`);
      const request = { service: 'lab', operation: 'Due', region: '', credentials: '', input: {} };
      this.world.commit({ request, outcome: { audit: { resources: [] } }, changes });
    }
    this.world.setClock(end);
  }

  private authorize(call: Call, check: AccessCheck): Verdict {
    this.asked.push(check);
    if (!this.deny(check)) return {};
    return { denial: lacksIdentityAllow(call.principal, check) };
  }
}

function adminOf(account: string): Principal {
  const arn = `arn:aws:iam::${account}:user/admin`;
  const accessKeyId = CREDENTIALS_OF(account);
  return { type: 'user', account, arn, userId: 'AIDAADMIN', userName: 'admin', accessKeyId, tags: {} };
}

function textOf({ name, message }: Refusal): string {
  return message === undefined ? name : `${name}: ${message}`;
}
