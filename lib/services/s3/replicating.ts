import { type Call, isRefusal, type Permission, type Refusal } from '../../aws';
import type { EncryptionPlan } from './encryption';
import { bucketOf, bucketPermission, type ObjectRequest } from './finding';
import type { BucketRecord } from './records/bucket';
import type { ObjectRecord } from './records/object';
import { noSuchBucket } from './rules/errors';
import { openBody, REPLICATED, sealBody } from './sealing';
import { idOf, placeObject, versionOf } from './versions';

/** What S3 is to carry, and the bucket it goes to. */
interface Carriage extends ObjectRequest {
  readonly Destination: string;
}

/** refuses: NoSuchBucket, at either end */
export function carriageVerdict(call: Call<Carriage>): Refusal | undefined {
  const missing = [call.input.Bucket, call.input.Destination].find((name) => !bucketOf(call, name));
  return missing === undefined ? undefined : noSuchBucket(missing);
}

/** Permissions at home, then the one away. */
export function carriagePermissions(
  call: Call<Carriage>,
  home: readonly string[],
  away: string,
): readonly Permission[] {
  const { Bucket, Key, Destination } = call.input;
  return [
    bucketPermission(call, 'GetReplicationConfiguration', Bucket),
    ...home.map((action) => bucketPermission(call, action, Bucket, { key: Key })),
    bucketPermission(call, away, Destination, { key: Key }),
  ];
}

/** ARNs of what is carried and of what it becomes. */
export function carriageResources(call: Call<Carriage>): readonly string[] {
  const { Bucket, Key, Destination } = call.input;
  return [Bucket, Destination].map(
    (name) => bucketPermission(call, 'GetObject', name, { key: Key }).resource,
  );
}

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
