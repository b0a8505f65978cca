import { type Call, type Permission, partitionOf, type Refusal } from '../../aws';
import { type BucketRecord, buckets } from './records/bucket';
import { type ObjectRecord, objectId, objects } from './records/object';
import { noSuchBucket } from './rules/errors';

export function bucketOf(call: Call<object>, name: string): BucketRecord | undefined {
  return call.world.table(buckets).get(name);
}

/** Whether a bucket is there is told before permissions are looked at. */
export function bucketVerdict(call: Call<{ readonly Bucket: string }>): Refusal | undefined {
  const name = call.input.Bucket;
  return bucketOf(call, name) ? undefined : noSuchBucket(name);
}

export function objectOf(call: Call<object>, bucket: string, key: string): ObjectRecord | undefined {
  return call.world.table(objects).get(objectId(bucket, key));
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
