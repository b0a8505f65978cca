import { define, shape } from '../../../aws';
import { deleteObject as deleteIt, deletePermission } from '../deleting';
import { bucketVerdict } from '../finding';
import { denied } from '../rules/errors';
import { bucketName, objectKey } from '../rules/shapes';

/** Deletes an object; deleting what is not there succeeds. No KMS permission is needed. */
export const deleteObject = define({
  service: 's3',
  name: 'DeleteObject',
  about: 'Deletes an object from a bucket, or hides it behind a delete marker in a versioned one.',
  input: shape.structure({ Bucket: bucketName, Key: objectKey, VersionId: shape.string() }, [
    'Bucket',
    'Key',
  ]),
  output: shape.structure({ DeleteMarker: shape.boolean(), VersionId: shape.string() }),
  readOnly: false,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [deletePermission(call, call.input)],
  resources: (call) => [deletePermission(call, call.input).resource],
  handle: (call) => deleteIt(call, call.input),
});
