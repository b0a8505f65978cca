import type { AwsWorld } from '../../../aws';
import { BUCKET_KEY_MS, buckets } from '../../../services/s3';
import type { LoadGenerator } from '../records/load-generator';
import { cachePlan, type MessageStream, NO_KMS, NO_REUSE, type ReusePlan } from './demand';

/** How often a generator's operations ask KMS as things stand: a bucket's encryption may change while it runs. */
export function reuseOf(world: AwsWorld, generator: LoadGenerator): ReusePlan {
  const { service, bucket = '', perSecond, cache } = generator;
  if (service === 'encryption-sdk') return cachePlan(cache, messagesOf(generator));
  if (service === 'kms') return NO_REUSE;
  const encryption = world.table(buckets).get(bucket)?.encryption;
  if (!encryption || encryption.algorithm === 'AES256') return NO_KMS;
  // fact: services 2: DSSE-KMS has no Bucket Keys; a bucket-level key serves one requester for a while
  if (!encryption.bucketKey || encryption.algorithm === 'aws:kms:dsse') return NO_REUSE;
  return { entries: 1, lifetime: Math.max(1, Math.ceil((perSecond * BUCKET_KEY_MS) / 1000)) };
}

export function messagesOf({
  perSecond,
  messageBytes,
  contexts,
  retries,
}: Pick<LoadGenerator, 'perSecond' | 'messageBytes' | 'contexts' | 'retries'>): MessageStream {
  return { perSecond, messageBytes, contexts, hosts: retries.hosts };
}
