import {
  type AccessCheck,
  type AnyOperation,
  type ApiRequest,
  define,
  isRefusal,
  type Outcome,
  type Principal,
  refuse,
  shape,
} from '../../aws';
import { lacksIdentityAllow } from '../../aws/denial.testkit';
import {
  bytesToUtf8Lossy,
  canonicalText,
  decodeBase64,
  EMPTY_BYTES,
  encodeBase64,
  utf8ToBytes,
} from '../../base';
import { type Engine, type Reply, send } from '../../pipeline';
import { World } from '../../world';

export const ACCOUNT = '111122223333';
export const START_MS = Date.parse('2026-11-22T09:00:00Z');

/** The administrator, and whoever else a test names. */
export function user(name: string, account = ACCOUNT): Principal {
  return {
    type: 'user',
    account,
    arn: `arn:aws:iam::${account}:user/${name}`,
    userId: `AIDA${name.toUpperCase()}`,
    userName: name,
    accessKeyId: name,
    tags: {},
  };
}

export interface FakeOptions {
  readonly principals?: readonly Principal[];
  /** `user action` pairs that are denied: `mallory s3:GetObject`. */
  readonly denied?: readonly string[];
  /** Gathers every permission that is asked for. */
  readonly asked?: AccessCheck[];
  readonly operations: Readonly<Record<string, Readonly<Record<string, AnyOperation>>>>;
}

/** Services on a world of their own, with everybody allowed everything that is not denied by name. */
export function fakeCloud({ principals = [], denied = [], asked = [], operations }: FakeOptions) {
  const world = new World<ApiRequest, Outcome>({ seed: 'test', startMs: START_MS });
  const known = [user('student'), ...principals];
  const engine: Engine = {
    world,
    quotas: false,
    ports: {
      operation: (service, name) => operations[service]?.[name],
      authenticate: ({ credentials }) =>
        known.find(({ accessKeyId }) => accessKeyId === credentials) ?? refuse('InvalidClientTokenId'),
      authorize: (call, check) => {
        asked.push(check);
        const { principal } = call;
        if (!denied.includes(`${principal.accessKeyId} ${check.action}`)) return {};
        return { denial: lacksIdentityAllow(principal, check) };
      },
      rate: (charge) => charge.perSecond,
      throttled: () => refuse('ThrottlingException'),
    },
  };
  const ask = (
    service: string,
    operation: string,
    input: Record<string, unknown>,
    { region = 'eu-west-1', as = 'student' }: { region?: string; as?: string } = {},
  ): Reply => send(engine, { service, operation, region, credentials: as, input });
  return { world, engine, ask };
}

/** Output of an answer, or `Name: message` of its refusal. */
export function outcome(reply: Reply): unknown {
  return reply.ok ? reply.output : `${reply.refusal.name}: ${reply.refusal.message ?? ''}`;
}

/** Moves the clock and does what comes due, as the cloud would. */
export function advance(
  world: World<ApiRequest, Outcome>,
  ms: number,
  handlers: Readonly<Record<string, (world: World<ApiRequest, Outcome>, record: object) => void>>,
): void {
  const until = world.nowMs + ms;
  for (let due = world.nextDue(until); due; due = world.nextDue(until)) {
    const { table, id, atMs } = due;
    world.setClock(Math.max(world.nowMs, atMs));
    const record = world.recordOf(table, id);
    if (!record) throw new Error(`${table} ${id} is due and not there`);
    const { changes } = world.collect(() => handlers[table]?.(world, record));
    const request = { service: 'lab', operation: 'Due', region: '', credentials: '', input: { table, id } };
    world.commit({ request, outcome: { audit: { resources: [id] } }, changes });
  }
  world.setClock(until);
}

const context = shape.map(shape.string());
const fakeKey = (region: string, keyId = 'alias/orders') => `arn:aws:kms:${region}:${ACCOUNT}:key/${keyId}`;

/** A KMS that wraps by writing down: enough to see what a service asks of it. `refusing` makes it say no. */
export function fakeKms(refusing: { with?: { name: string; message?: string } } = {}) {
  const refusal = () => refusing.with && refuse(refusing.with.name, refusing.with.message);
  const permissions = (action: string) => () => [{ action, resource: '*' }];
  const describeKey = define({
    service: 'kms',
    name: 'DescribeKey',
    about: '',
    input: shape.structure({ KeyId: shape.string() }, ['KeyId']),
    readOnly: true,
    permissions: permissions('kms:DescribeKey'),
    handle: () => refusal() ?? ({} as never),
  });
  const generateDataKey = define({
    service: 'kms',
    name: 'GenerateDataKey',
    about: '',
    input: shape.structure({ KeyId: shape.string(), EncryptionContext: context }, ['KeyId']),
    output: shape.structure({ CiphertextBlob: shape.blob(), Plaintext: shape.blob(), KeyId: shape.string() }),
    readOnly: true,
    permissions: permissions('kms:GenerateDataKey'),
    resources: (call) => [fakeKey(call.region, call.input.KeyId)],
    handle: (call) => {
      const KeyId = fakeKey(call.region, call.input.KeyId);
      const Plaintext = call.random('data-key', 32);
      const text = { KeyId, key: encodeBase64(Plaintext), context: call.input.EncryptionContext };
      return refusal() ?? { CiphertextBlob: utf8ToBytes(canonicalText(text)), Plaintext, KeyId };
    },
  });
  const decrypt = define({
    service: 'kms',
    name: 'Decrypt',
    about: '',
    input: shape.structure({ CiphertextBlob: shape.blob(), EncryptionContext: context }),
    output: shape.structure({ KeyId: shape.string(), Plaintext: shape.blob() }),
    readOnly: true,
    permissions: permissions('kms:Decrypt'),
    handle: (call) => {
      const no = refusal();
      if (isRefusal(no)) return no;
      const text = JSON.parse(bytesToUtf8Lossy(call.input.CiphertextBlob ?? EMPTY_BYTES)) as {
        KeyId: string;
        key: string;
        context?: Record<string, string>;
      };
      if (canonicalText(text.context) !== canonicalText(call.input.EncryptionContext)) {
        return refuse('InvalidCiphertextException');
      }
      return { KeyId: text.KeyId, Plaintext: decodeBase64(text.key) };
    },
  });
  return { DescribeKey: describeKey, GenerateDataKey: generateDataKey, Decrypt: decrypt };
}
