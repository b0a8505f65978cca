import { type Call, isRefusal, type Refusal } from '../../aws';
import type { EncryptionPlan } from './encryption';
import type { BucketRecord } from './records/bucket';
import type { ObjectRecord } from './records/object';
import { openBody, REPLICATED, sealBody } from './sealing';
import { idOf, placeObject, versionOf } from './versions';

/**
 * Puts a copy of an object version into another bucket, under the same version id. It is decrypted in its own Region
 * and encrypted anew in the other one, whatever the keys are. fact: services 2
 */
export function replicate(
  call: Call<object>,
  from: BucketRecord,
  to: BucketRecord,
  {
    object,
    replicaKeyId = '',
  }: { readonly object: ObjectRecord; readonly replicaKeyId?: string | undefined },
): ObjectRecord | Refusal {
  const versionId = idOf(object);
  const arrived = versionOf(call.world, to.name, object.key, versionId)?.object;
  if (arrived) return arrived;
  const body = openBody(call, from, object);
  if (isRefusal(body)) return body;
  const sealed = sealBody(call, to, object.key, planOf(object, to, replicaKeyId), body, REPLICATED);
  if (isRefusal(sealed)) return sealed;
  return placeObject(call.world, to, { ...object, ...sealed, bucket: to.name, replication: 'REPLICA' });
}

/**
 * A replica is encrypted as its source is, under KMS with the key of the rule.
 * assumed: a Bucket Key where the source has one or the other bucket's default asks for one
 */
function planOf({ encryption }: ObjectRecord, to: BucketRecord, keyId: string): EncryptionPlan {
  const { algorithm, context = {} } = encryption;
  const { 'aws:s3:arn': _ofSource, ...pairs } = context;
  const bucketKey = algorithm === 'aws:kms' && (encryption.bucketKey || to.encryption.bucketKey);
  return { algorithm, keyId, bucketKey, pairs };
}
