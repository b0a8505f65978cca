import { shape } from '../../../aws';
import { accounts } from '../records/account';
import { noSuchEntity } from '../rules/errors';
import { iamOperation } from '../rules/operation';
import { accountAlias } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const deleteAccountAlias = iamOperation({
  name: 'DeleteAccountAlias',
  about: 'Takes the alias off the account.',
  input: shape.structure({ AccountAlias: accountAlias }, ['AccountAlias']),
  readOnly: false,
  permissions: () => [{ action: 'iam:DeleteAccountAlias', resource: '*' }],
  handle: (call) => {
    const { AccountAlias: alias } = call.input;
    const account = call.world.table(accounts).get(call.principal.account);
    if (account?.alias !== alias) return noSuchEntity(`The account alias ${alias} cannot be found.`);
    call.world.put(accounts, { ...account, alias: undefined });
    return undefined;
  },
});
