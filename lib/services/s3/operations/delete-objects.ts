import { define, shape } from '../../../aws';
import { type Deletion, deleteObject, deletePermission } from '../deleting';
import { bucketPermission, bucketVerdict } from '../finding';
import { denied, malformedXml } from '../rules/errors';
import { bucketName, objectKey } from '../rules/shapes';

const MOST_KEYS = 1000;

/**
 * Deletes up to 1,000 objects.
 * differs: one key that may not be deleted refuses them all; AWS deletes the others and lists the error
 */
export const deleteObjects = define({
  service: 's3',
  name: 'DeleteObjects',
  about: 'Deletes up to 1,000 objects from a bucket.',
  input: shape.structure(
    {
      Bucket: bucketName,
      Delete: shape.structure(
        {
          Objects: shape.list(shape.structure({ Key: objectKey, VersionId: shape.string() }, ['Key'])),
          Quiet: shape.boolean(),
        },
        ['Objects'],
      ),
    },
    ['Bucket', 'Delete'],
  ),
  output: shape.structure({
    Deleted: shape.list(
      shape.structure({
        Key: shape.string(),
        VersionId: shape.string(),
        DeleteMarker: shape.boolean(),
        DeleteMarkerVersionId: shape.string(),
      }),
    ),
  }),
  readOnly: false,
  denied,
  validate: ({ input: { Delete } }) =>
    Delete.Objects.length === 0 || Delete.Objects.length > MOST_KEYS ? malformedXml() : undefined,
  verdict: bucketVerdict,
  permissions: (call) =>
    call.input.Delete.Objects.map((named) => deletePermission(call, { Bucket: call.input.Bucket, ...named })),
  resources: (call) => [bucketPermission(call, 'DeleteObject', call.input.Bucket).resource],
  handle: (call) => {
    const { Bucket, Delete } = call.input;
    const deleted = Delete.Objects.map(({ Key, VersionId }) => {
      return told({ Key, VersionId }, deleteObject(call, { Bucket, Key, VersionId }));
    });
    return { Deleted: Delete.Quiet ? undefined : deleted };
  },
});

/** A marker that was made and one that was removed are told apart by the version the request named. */
function told(asked: { readonly Key: string; readonly VersionId?: string }, done: Deletion) {
  const { DeleteMarker, VersionId } = done;
  return { ...asked, DeleteMarker, DeleteMarkerVersionId: DeleteMarker ? VersionId : undefined };
}
