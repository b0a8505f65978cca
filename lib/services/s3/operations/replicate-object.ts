import { define, isRefusal, shape } from '../../../aws';
import { bucketOf, namedObject } from '../finding';
import { carriagePermissions, carriageResources, carriageVerdict, replicate } from '../replicating';
import { denied, noSuchBucket } from '../rules/errors';
import { bucketName, objectKey } from '../rules/shapes';

const input = shape.structure(
  {
    Bucket: bucketName,
    Key: objectKey,
    VersionId: shape.string(),
    Destination: bucketName,
    ReplicaKmsKeyID: shape.string(),
  },
  ['Bucket', 'Key', 'VersionId', 'Destination'],
);

/**
 * What S3 does by the replication role for one object version. No client can ask for it.
 * fact: services 2 (the role's permissions in S3 and in KMS)
 */
export const replicateObject = define({
  service: 's3',
  name: 'ReplicateObject',
  about: 'Copies an object version into the bucket of a replication rule.',
  input,
  readOnly: false,
  denied,
  verdict: carriageVerdict,
  permissions: (call) => carriagePermissions(call, ['GetObjectVersionForReplication'], 'ReplicateObject'),
  resources: carriageResources,
  handle: (call) => {
    const { Bucket, Destination, ReplicaKmsKeyID: replicaKeyId } = call.input;
    const from = bucketOf(call, Bucket);
    const to = bucketOf(call, Destination);
    if (!from || !to) return noSuchBucket(from ? Destination : Bucket);
    const object = namedObject(call, call.input);
    if (isRefusal(object)) return object;
    const replica = replicate(call, from, to, { object, replicaKeyId });
    return isRefusal(replica) ? replica : (undefined as never);
  },
});
