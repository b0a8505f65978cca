import { define, shape } from '../../../aws';
import { bucketOf } from '../finding';
import { carriagePermissions, carriageResources, carriageVerdict } from '../replicating';
import { denied, noSuchBucket, noSuchVersion } from '../rules/errors';
import { bucketName, objectKey } from '../rules/shapes';
import { placeMarker, versionOf } from '../versions';

/**
 * What S3 does by the replication role for one delete marker. No client can ask for it, and no key is used.
 * assumed: the role needs s3:ReplicateDelete on the replica, and nothing more on the marker
 */
export const replicateDelete = define({
  service: 's3',
  name: 'ReplicateDelete',
  about: 'Sets a delete marker in the bucket of a replication rule.',
  input: shape.structure(
    { Bucket: bucketName, Key: objectKey, VersionId: shape.string(), Destination: bucketName },
    ['Bucket', 'Key', 'VersionId', 'Destination'],
  ),
  readOnly: false,
  denied,
  verdict: carriageVerdict,
  permissions: (call) => carriagePermissions(call, [], 'ReplicateDelete'),
  resources: carriageResources,
  handle: (call) => {
    const { Bucket, Key, VersionId, Destination } = call.input;
    const to = bucketOf(call, Destination);
    if (!to) return noSuchBucket(Destination);
    const marker = versionOf(call.world, Bucket, Key, VersionId);
    if (!marker || marker.object) return noSuchVersion(Key, VersionId);
    const arrived = versionOf(call.world, Destination, Key, VersionId);
    const lastModifiedMs = Math.floor(call.nowMs / 1000) * 1000;
    if (!arrived) placeMarker(call.world, to, { key: Key, versionId: VersionId, lastModifiedMs });
    return undefined as never;
  },
});
