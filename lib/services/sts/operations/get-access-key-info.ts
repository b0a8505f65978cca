import { type AnyOperation, shape } from '../../../aws';
import type { RoleDirectory } from '../ports';
import { stsOperation, validationError } from '../rules/operation';

/** Read from the id itself: the key need not exist. refuses: Validation */
export function getAccessKeyInfo(directory: RoleDirectory): AnyOperation {
  return stsOperation({
    name: 'GetAccessKeyInfo',
    about: 'Tells the account an access key id belongs to.',
    input: shape.structure({ AccessKeyId: shape.string({ min: 16, max: 128, pattern: '[\\w]*' }) }, [
      'AccessKeyId',
    ]),
    output: shape.structure({ Account: shape.string() }),
    readOnly: true,
    permissions: () => [{ action: 'sts:GetAccessKeyInfo', resource: '*' }],
    handle: ({ input: { AccessKeyId } }) => {
      const account = directory.accountOfAccessKeyId(AccessKeyId);
      return account === undefined
        ? validationError(`${AccessKeyId} is not an access key id with an account in it.`)
        : { Account: account };
    },
  });
}
