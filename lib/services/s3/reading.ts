import { type Call, isRefusal, type Permission } from '../../aws';
import { encryptionAnswer } from './encryption';
import { bucketOf, bucketPermission, namedObject, type ObjectRequest } from './finding';
import type { ObjectRecord } from './records/object';
import { shownVersion } from './versions';

/** Permissions to read an object. Whether a missing one is missing is told only to those who may list the bucket. */
export function readPermissions(call: Call<object>, request: ObjectRequest): readonly Permission[] {
  const { Bucket, Key, VersionId } = request;
  const action = VersionId === undefined ? 'GetObject' : 'GetObjectVersion';
  const read = bucketPermission(call, action, Bucket, { key: Key });
  if (!isRefusal(namedObject(call, request))) return [read];
  return [
    read,
    bucketPermission(call, VersionId === undefined ? 'ListBucket' : 'ListBucketVersions', Bucket),
  ];
}

/** What GetObject and HeadObject say of an object. */
export function headers(call: Call<object>, object: ObjectRecord) {
  const bucket = bucketOf(call, object.bucket);
  return {
    AcceptRanges: 'bytes',
    LastModified: object.lastModifiedMs,
    ContentLength: object.size,
    ETag: object.etag,
    VersionId: bucket && shownVersion(bucket, object),
    ContentType: object.contentType,
    Metadata: object.metadata,
    ...encryptionAnswer(object.encryption),
    ReplicationStatus: object.replication,
  };
}
