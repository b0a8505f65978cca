import { isRefusal, shape } from '../../../aws';
import { keyOwner, onNamedOrCaller } from '../rules/callers';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { accessKeyId, accessKeyStatus, asked, ends, userName } from '../rules/shapes';
import { accessKeyView } from '../rules/views';

const metadata = shape.structure({
  UserName: userName,
  AccessKeyId: accessKeyId,
  Status: accessKeyStatus,
  CreateDate: shape.timestamp(),
});

/** refuses: NoSuchEntity */
export const listAccessKeys = iamOperation({
  name: 'ListAccessKeys',
  about: 'Lists the access keys of a user, or of the caller, without their secrets.',
  input: shape.structure({ UserName: userName, ...asked }),
  output: shape.structure({ AccessKeyMetadata: shape.list(metadata), ...ends }, ['AccessKeyMetadata']),
  readOnly: true,
  permissions: (call) => [onNamedOrCaller('iam:ListAccessKeys', call)],
  handle: (call) => {
    const owner = keyOwner(call);
    if (isRefusal(owner)) return owner;
    return listed('AccessKeyMetadata', owner.keys, call.input, (key) => accessKeyView(key, owner.userName));
  },
});
