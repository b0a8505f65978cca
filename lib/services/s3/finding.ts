import { type Call, type Permission, partitionOf, type Refusal } from '../../aws';
import { type BucketRecord, buckets } from './records/bucket';
import { type ObjectRecord, objectId, objects } from './records/object';
import { methodNotAllowed, noSuchBucket, noSuchKey, noSuchVersion } from './rules/errors';
import { versionOf } from './versions';

export function bucketOf(call: Call<object>, name: string): BucketRecord | undefined {
  return call.world.table(buckets).get(name);
}

/** Whether a bucket is there is told before permissions are looked at. */
export function bucketVerdict(call: Call<{ readonly Bucket: string }>): Refusal | undefined {
  const name = call.input.Bucket;
  return bucketOf(call, name) ? undefined : noSuchBucket(name);
}

function objectOf(call: Call<object>, bucket: string, key: string): ObjectRecord | undefined {
  return call.world.table(objects).get(objectId(bucket, key));
}

/** What a request about an object names: its key, and perhaps a version. */
export interface ObjectRequest {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId?: string;
}

/** The object a request means. refuses: NoSuchKey, NoSuchVersion, MethodNotAllowed (a delete marker) */
export function namedObject(call: Call<object>, request: ObjectRequest): ObjectRecord | Refusal {
  const { Bucket, Key, VersionId } = request;
  if (VersionId === undefined) return objectOf(call, Bucket, Key) ?? noSuchKey(Key);
  const version = versionOf(call.world, Bucket, Key, VersionId);
  if (!version) return noSuchVersion(Key, VersionId);
  return version.object ?? methodNotAllowed();
}

export function bucketArn(region: string, name: string): string {
  return `arn:${partitionOf(region)}:s3:::${name}`;
}

export function objectArn(bucket: BucketRecord, key: string): string {
  return `${bucketArn(bucket.region, bucket.name)}/${key}`;
}

/** A permission on a bucket, or on an object in it, with the bucket policy on the owner's side. */
export function bucketPermission(
  call: Call<object>,
  action: string,
  name: string,
  more: { readonly key?: string; readonly conditions?: Permission['conditions'] } = {},
): Permission {
  const bucket = bucketOf(call, name);
  const arn = bucketArn(bucket?.region ?? call.region, name);
  return {
    action: `s3:${action}`,
    resource: more.key === undefined ? arn : `${arn}/${more.key}`,
    account: bucket?.account,
    resourcePolicy: bucket?.policy,
    conditions: more.conditions,
  };
}
