import { isRefusal, shape } from '../../../aws';
import { accessKeys } from '../records/access-key';
import { keyOf, keyOwner, onNamedOrCaller } from '../rules/callers';
import { iamOperation } from '../rules/operation';
import { accessKeyId, accessKeyStatus, userName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const updateAccessKey = iamOperation({
  name: 'UpdateAccessKey',
  about: 'Switches an access key on or off.',
  input: shape.structure({ UserName: userName, AccessKeyId: accessKeyId, Status: accessKeyStatus }, [
    'AccessKeyId',
    'Status',
  ]),
  readOnly: false,
  permissions: (call) => [onNamedOrCaller('iam:UpdateAccessKey', call)],
  handle: (call) => {
    const owner = keyOwner(call);
    if (isRefusal(owner)) return owner;
    const key = keyOf(owner, call.input.AccessKeyId);
    if (isRefusal(key)) return key;
    call.world.put(accessKeys, { ...key, status: call.input.Status });
    return undefined;
  },
});
