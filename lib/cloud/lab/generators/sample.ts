import type { Answer, AwsWorld } from '../../../aws';
import { decodeBase64 } from '../../../base';
import { bucketId, buckets, type Happening } from '../../../pipeline';
import { generatorId, type LoadGenerator, loadGenerators } from '../records/load-generator';
import { loadSamples } from '../records/load-sample';
import { PHASES, phaseOf } from './retry-plan';

/** How often one real request goes through every gate beside the counted ones. */
const SAMPLE_EVERY_MS = 10_000;
/** The object that a generator on a bucket writes and reads. */
export const objectOf = (name: string) => `lab-load/${name}`;
export const SAMPLE_BYTES = new Uint8Array(32).fill(7);
export const SAMPLE_CONTEXT = { tenant: 'lab-load' };

/** The real request that a generator's counted ones stand for. */
export function sampleRequest(
  generator: Pick<LoadGenerator, 'service' | 'operation' | 'keyArn' | 'bucket' | 'name' | 'ciphertext'>,
): { readonly service: string; readonly operation: string; readonly input: Record<string, unknown> } {
  const { service, operation, keyArn, bucket, name, ciphertext = '' } = generator;
  if (service === 's3') {
    const object = { Bucket: bucket, Key: objectOf(name) };
    return {
      service,
      operation,
      input: operation === 'PutObject' ? { ...object, Body: SAMPLE_BYTES } : object,
    };
  }
  const asked = service === 'encryption-sdk' && operation === 'Encrypt' ? 'GenerateDataKey' : operation;
  return { service: 'kms', operation: asked, input: kmsInput(asked, keyArn, ciphertext) };
}

function kmsInput(operation: string, KeyId: string | undefined, ciphertext: string): Record<string, unknown> {
  const EncryptionContext = SAMPLE_CONTEXT;
  if (operation === 'Decrypt') return { CiphertextBlob: decodeBase64(ciphertext), EncryptionContext };
  if (operation === 'Encrypt') return { KeyId, Plaintext: SAMPLE_BYTES, EncryptionContext };
  return { KeyId, KeySpec: 'AES_256', EncryptionContext };
}

/** Now and then one real request of the same principal: its answer says what the counted ones meet. */
export function sendSample(
  world: AwsWorld,
  { account, region, name }: Pick<LoadGenerator, 'account' | 'region' | 'name'>,
  happening: Happening,
): void {
  const generator = world.table(loadGenerators).get(generatorId(account, region, name));
  if (!generator || (generator.playedToMs - generator.startedAtMs) % SAMPLE_EVERY_MS >= 1000) return;
  shareFairly(world, generator);
  const { service, operation, input } = sampleRequest(generator);
  const answer = happening.call(service, operation, input, { as: generator.principal, region });
  world.put(loadGenerators, { ...generator, sample: counted(generator.sample, answer) });
}

/**
 * A second that used its pool up leaves nothing, though many of its requests got through: a real one gets through as
 * often as they did.
 */
function shareFairly(world: AwsWorld, { account, region, name, pool, playedToMs }: LoadGenerator): void {
  const second = world.table(loadSamples).get(`${generatorId(account, region, name)}/${playedToMs}`);
  const bucket = world.table(buckets).get(bucketId(account, region, pool));
  if (!second || !bucket || bucket.tokens >= 1) return;
  const attempts = second.admitted + second.refusals;
  if (phaseOf(playedToMs / 1000, 1) * attempts < second.admitted * PHASES) {
    world.put(buckets, { ...bucket, tokens: 1 });
  }
}

function counted({ made, refused }: LoadGenerator['sample'], answer: Answer): LoadGenerator['sample'] {
  return answer.ok
    ? { made: made + 1, refused, last: undefined }
    : { made: made + 1, refused: refused + 1, last: answer.refusal.name };
}
