import { define, refuse, shape } from '../../../aws';
import { bucketPermission, bucketVerdict } from '../finding';
import { objectId, objects } from '../records/object';
import { denied } from '../rules/errors';
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
        { Objects: shape.list(shape.structure({ Key: objectKey }, ['Key'])), Quiet: shape.boolean() },
        ['Objects'],
      ),
    },
    ['Bucket', 'Delete'],
  ),
  output: shape.structure({ Deleted: shape.list(shape.structure({ Key: shape.string() })) }),
  readOnly: false,
  denied,
  validate: ({ input: { Delete } }) =>
    Delete.Objects.length === 0 || Delete.Objects.length > MOST_KEYS
      ? refuse(
          'MalformedXML',
          'The XML you provided was not well-formed or did not validate against our published schema',
        )
      : undefined,
  verdict: bucketVerdict,
  permissions: (call) =>
    call.input.Delete.Objects.map(({ Key }) =>
      bucketPermission(call, 'DeleteObject', call.input.Bucket, { key: Key }),
    ),
  resources: (call) => [bucketPermission(call, 'DeleteObject', call.input.Bucket).resource],
  handle: ({ world, input }) => {
    for (const { Key } of input.Delete.Objects) world.delete(objects, objectId(input.Bucket, Key));
    return { Deleted: input.Delete.Quiet ? undefined : input.Delete.Objects.map(({ Key }) => ({ Key })) };
  },
});
