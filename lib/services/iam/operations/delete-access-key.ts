import { isRefusal, shape } from '../../../aws';
import { accessKeys } from '../records/access-key';
import { keyOf, keyOwner, onNamedOrCaller } from '../rules/callers';
import { iamOperation } from '../rules/operation';
import { accessKeyId, userName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const deleteAccessKey = iamOperation({
  name: 'DeleteAccessKey',
  about: 'Deletes an access key of a user, or of the caller.',
  input: shape.structure({ UserName: userName, AccessKeyId: accessKeyId }, ['AccessKeyId']),
  readOnly: false,
  permissions: (call) => [onNamedOrCaller('iam:DeleteAccessKey', call)],
  handle: (call) => {
    const owner = keyOwner(call);
    if (isRefusal(owner)) return owner;
    const key = keyOf(owner, call.input.AccessKeyId);
    if (isRefusal(key)) return key;
    call.world.delete(accessKeys, key.accessKeyId);
    return undefined;
  },
});
