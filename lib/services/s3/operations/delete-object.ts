import { define, shape } from '../../../aws';
import { bucketPermission, bucketVerdict } from '../finding';
import { objectId, objects } from '../records/object';
import { denied } from '../rules/errors';
import { bucketName, objectKey } from '../rules/shapes';

/** Deletes an object; deleting what is not there succeeds. No KMS permission is needed. */
export const deleteObject = define({
  service: 's3',
  name: 'DeleteObject',
  about: 'Deletes an object from a bucket.',
  input: shape.structure({ Bucket: bucketName, Key: objectKey }, ['Bucket', 'Key']),
  readOnly: false,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [bucketPermission(call, 'DeleteObject', call.input.Bucket, { key: call.input.Key })],
  resources: (call) => [
    bucketPermission(call, 'DeleteObject', call.input.Bucket, { key: call.input.Key }).resource,
  ],
  handle: ({ world, input }) => {
    world.delete(objects, objectId(input.Bucket, input.Key));
    return {};
  },
});
