import { type Call, isRefusal, type Refusal, refuse } from '../../../aws';
import { encodeBase64, needs } from '../../../base';
import { aliases, type KeyRecord, keys, priceClassOf } from '../../../kms';
import { buckets } from '../../../services/s3';
import {
  generatorId,
  type LoadGenerator,
  type LoadService,
  loadDrives,
  loadGenerators,
  placeId,
} from '../records/load-generator';
import { objectOf, SAMPLE_BYTES, SAMPLE_CONTEXT, sampleRequest } from './sample';
import { type LoadSettings, withSettings } from './settings';
import { newStream } from './stream';

export interface StartSettings extends LoadSettings {
  readonly Name: string;
  readonly Service: LoadService;
  readonly Operation: string;
  readonly KeyId?: string;
  readonly Bucket?: string;
  readonly Seconds: number;
}

const OPERATIONS: Readonly<Record<LoadService, readonly string[]>> = {
  kms: ['Decrypt', 'Encrypt', 'GenerateDataKey'],
  s3: ['PutObject', 'GetObject'],
  'encryption-sdk': ['Encrypt', 'Decrypt'],
};

/**
 * Starts a generator after one real request: what the caller may not do once he may not do a million times.
 * refuses: an operation that the service has not, a name that is taken, a key or bucket that is not there, and whatever
 * the real request is refused with
 */
export function startGenerator(call: Call<object>, input: StartSettings): LoadGenerator | Refusal {
  const { account } = call.principal;
  const { region, nowMs, world } = call;
  const refusal = refuseStart(call, input);
  if (refusal) return refusal;
  const target = targetOf(call, input);
  if (isRefusal(target)) return target;
  const settings = withSettings(input);
  const generator: LoadGenerator = {
    account,
    region,
    name: input.Name,
    principal: call.principal,
    service: input.Service,
    operation: input.Operation,
    ...settings,
    ...target,
    startedAtMs: nowMs,
    endsAtMs: nowMs + input.Seconds * 1000,
    playedToMs: nowMs,
    priceClass: priceClassOf('Decrypt', 'SYMMETRIC_DEFAULT', undefined),
    state: newStream(settings.retries),
    reuse: { plan: '', operations: 0 },
    sample: { made: 0, refused: 0 },
  };
  const ready = tried(call, generator);
  if (isRefusal(ready)) return ready;
  if (!world.table(loadDrives).get(placeId(account, region))) {
    world.put(loadDrives, { account, region, nextAtMs: nowMs + 1000 });
  }
  return world.put(loadGenerators, ready);
}

function refuseStart({ world, principal, region }: Call<object>, input: StartSettings): Refusal | undefined {
  const { Name, Service, Operation } = input;
  const known = OPERATIONS[Service];
  if (!known.includes(Operation)) {
    const text = `Expected an operation of ${Service} that can be sent in bulk (${known.join(', ')}), found ${Operation}.`;
    return refuse('ValidationException', text);
  }
  const { account } = principal;
  if (!world.table(loadGenerators).get(generatorId(account, region, Name))) return undefined;
  return refuse(
    'ResourceInUseException',
    `A load named ${Name} has been started in ${region} already: choose another name.`,
  );
}

type Target = Pick<LoadGenerator, 'keyArn' | 'bucket' | 'pool'>;

function targetOf(call: Call<object>, input: StartSettings): Target | Refusal {
  if (input.Service === 's3') return bucketTarget(call, input.Bucket);
  if (input.KeyId === undefined) {
    return refuse(
      'ValidationException',
      `Expected KeyId for ${input.Service} ${input.Operation}, found nothing.`,
    );
  }
  const key = keyNamed(call, input.KeyId);
  if (!key) return refuse('NotFoundException', `Key '${input.KeyId}' does not exist in ${call.region}.`);
  if (key.keySpec !== 'SYMMETRIC_DEFAULT') {
    return refuse(
      'ValidationException',
      `Expected a key of KeySpec SYMMETRIC_DEFAULT for bulk requests, found ${key.keySpec}.`,
    );
  }
  return { keyArn: key.arn, pool: poolOf(key) };
}

function bucketTarget(call: Call<object>, name: string | undefined): Target | Refusal {
  const bucket = name === undefined ? undefined : call.world.table(buckets).get(name);
  if (!bucket)
    return refuse('NoSuchBucket', `Expected a bucket for s3 requests, found ${name ?? 'nothing'}.`);
  if (bucket.region !== call.region) {
    return refuse(
      'ValidationException',
      `Expected a bucket in ${call.region}, found ${bucket.name} in ${bucket.region}.`,
    );
  }
  const { keyId } = bucket.encryption;
  return { bucket: bucket.name, pool: poolOf(keyId === undefined ? undefined : keyNamed(call, keyId)) };
}

/** Each custom key store has a pool of its own. fact: kms-engine 12.2 */
function poolOf(key: KeyRecord | undefined): string {
  return key?.customKeyStoreId === undefined ? 'symmetric' : `store/${key.customKeyStoreId}`;
}

/** By ARN, id, alias name or alias ARN, as KMS is asked. */
function keyNamed({ world, region, principal }: Call<object>, name: string): KeyRecord | undefined {
  const table = world.table(keys);
  const alias = /(?:^|:)(alias\/.*)$/.exec(name)?.[1];
  if (alias !== undefined) {
    const found = world
      .table(aliases)
      .all()
      .find((one) => one.name === alias && one.account === principal.account && one.region === region);
    return found && table.get(found.targetArn);
  }
  return table.get(name) ?? table.by('keyId', name).find((key) => key.region === region);
}

/** Makes what will be read or decrypted, and sends the first real request. */
function tried(call: Call<object>, generator: LoadGenerator): LoadGenerator | Refusal {
  const { service, operation, keyArn, bucket, name } = generator;
  let ready = generator;
  if (service === 's3' && operation === 'GetObject') {
    const put = call.call('s3', 'PutObject', { Bucket: bucket, Key: objectOf(name), Body: SAMPLE_BYTES });
    if (!put.ok) return put.refusal;
  }
  if (service !== 's3' && operation === 'Decrypt') {
    const made = call.call('kms', 'Encrypt', {
      KeyId: keyArn,
      Plaintext: SAMPLE_BYTES,
      EncryptionContext: SAMPLE_CONTEXT,
    });
    if (!made.ok) return made.refusal;
    const { CiphertextBlob } = made.output;
    needs(CiphertextBlob instanceof Uint8Array, 'Encrypt answers bytes');
    ready = { ...generator, ciphertext: encodeBase64(CiphertextBlob) };
  }
  const first = sampleRequest(ready);
  const answer = call.call(first.service, first.operation, first.input);
  return answer.ok ? { ...ready, sample: { made: 1, refused: 0 } } : answer.refusal;
}
