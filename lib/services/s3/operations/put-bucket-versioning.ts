import { define, type Refusal, refuse, shape } from '../../../aws';
import { bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { buckets } from '../records/bucket';
import { denied, malformedXml } from '../rules/errors';
import { bucketName, versioningStatus } from '../rules/shapes';

/** refuses: NoSuchBucket, AccessDenied, MalformedXML, InvalidBucketState (replication needs versions) */
export const putBucketVersioning = define({
  service: 's3',
  name: 'PutBucketVersioning',
  about: 'Enables or suspends versions of the objects in a bucket.',
  input: shape.structure(
    {
      Bucket: bucketName,
      VersioningConfiguration: shape.structure({
        MFADelete: shape.oneOf('Enabled', 'Disabled'),
        Status: versioningStatus,
      }),
    },
    ['Bucket', 'VersioningConfiguration'],
  ),
  readOnly: false,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [bucketPermission(call, 'PutBucketVersioning', call.input.Bucket)],
  resources: (call) => [bucketPermission(call, 'PutBucketVersioning', call.input.Bucket).resource],
  handle: (call) => {
    const bucket = bucketOf(call, call.input.Bucket);
    const status = call.input.VersioningConfiguration.Status;
    if (!bucket || !status) return malformedXml();
    if (bucket.replication && status === 'Suspended') return replicates();
    call.world.put(buckets, { ...bucket, versioning: status });
    return {};
  },
});

/** assumed: the text as known from public logs */
function replicates(): Refusal {
  return refuse(
    'InvalidBucketState',
    'A replication configuration is present on this bucket, so you cannot change the versioning state. To change the versioning state, first delete the replication configuration.',
    409,
  );
}
