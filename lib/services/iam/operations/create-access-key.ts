import { isRefusal, shape } from '../../../aws';
import { accessKeys } from '../records/access-key';
import { keyOwner, onNamedOrCaller } from '../rules/callers';
import { quotaExceeded } from '../rules/errors';
import { iamOperation } from '../rules/operation';
import { QUOTAS } from '../rules/quotas';
import { accessKeyId, accessKeyStatus, userName } from '../rules/shapes';
import { ACCESS_KEY_BYTES, accessKeyIdOf, SECRET_BYTES, secretOf } from '../rules/unique-ids';

/** The secret is answered this once. refuses: NoSuchEntity, LimitExceeded */
export const createAccessKey = iamOperation({
  name: 'CreateAccessKey',
  about: 'Creates an access key for a user, or for the caller.',
  input: shape.structure({ UserName: userName }),
  output: shape.structure(
    {
      AccessKey: shape.structure({
        UserName: userName,
        AccessKeyId: accessKeyId,
        Status: accessKeyStatus,
        SecretAccessKey: shape.string({ sensitive: true }),
        CreateDate: shape.timestamp(),
      }),
    },
    ['AccessKey'],
  ),
  readOnly: false,
  permissions: (call) => [onNamedOrCaller('iam:CreateAccessKey', call)],
  handle: (call) => {
    const owner = keyOwner(call);
    if (isRefusal(owner)) return owner;
    if (owner.keys.length >= QUOTAS.accessKeysPerUser) {
      return quotaExceeded('AccessKeysPerUser', QUOTAS.accessKeysPerUser);
    }
    const { account } = call.principal;
    const key = call.world.put(accessKeys, {
      accessKeyId: accessKeyIdOf('AKIA', account, call.random('access-key', ACCESS_KEY_BYTES)),
      secretAccessKey: secretOf(call.random('access-key/secret', SECRET_BYTES)),
      account,
      userArn: owner.userArn,
      status: 'Active',
      createdAtMs: call.nowMs,
    });
    return {
      AccessKey: {
        UserName: owner.userName,
        AccessKeyId: key.accessKeyId,
        Status: key.status,
        SecretAccessKey: key.secretAccessKey,
        CreateDate: key.createdAtMs,
      },
    };
  },
});
