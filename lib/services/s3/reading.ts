import type { Call, Permission } from '../../aws';
import { encryptionAnswer } from './encryption';
import { bucketPermission, objectOf } from './finding';
import type { ObjectRecord } from './records/object';

/** Permissions to read an object. Whether a missing one is missing is told only to those who may list the bucket. */
export function readPermissions(call: Call<object>, bucket: string, key: string): readonly Permission[] {
  const read = bucketPermission(call, 'GetObject', bucket, { key });
  return objectOf(call, bucket, key) ? [read] : [read, bucketPermission(call, 'ListBucket', bucket)];
}

/** What GetObject and HeadObject say of an object. */
export function headers(object: ObjectRecord) {
  return {
    AcceptRanges: 'bytes',
    LastModified: object.lastModifiedMs,
    ContentLength: object.size,
    ETag: object.etag,
    ContentType: object.contentType,
    Metadata: object.metadata,
    ...encryptionAnswer(object.encryption),
  };
}
