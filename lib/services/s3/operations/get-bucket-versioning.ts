import { define, shape } from '../../../aws';
import { bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { denied } from '../rules/errors';
import { bucketName, versioningStatus } from '../rules/shapes';

/** A bucket that never had versions answers nothing. */
export const getBucketVersioning = define({
  service: 's3',
  name: 'GetBucketVersioning',
  about: 'Tells whether a bucket keeps versions of its objects.',
  input: shape.structure({ Bucket: bucketName }, ['Bucket']),
  output: shape.structure({ Status: versioningStatus }),
  readOnly: true,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [bucketPermission(call, 'GetBucketVersioning', call.input.Bucket)],
  resources: (call) => [bucketPermission(call, 'GetBucketVersioning', call.input.Bucket).resource],
  handle: (call) => ({ Status: bucketOf(call, call.input.Bucket)?.versioning }),
});
