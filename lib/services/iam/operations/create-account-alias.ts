import { shape } from '../../../aws';
import { accounts } from '../records/account';
import { alreadyExists, noSuchEntity } from '../rules/errors';
import { iamOperation } from '../rules/operation';
import { accountAlias } from '../rules/shapes';

/** It replaces the account's earlier alias. refuses: EntityAlreadyExists */
export const createAccountAlias = iamOperation({
  name: 'CreateAccountAlias',
  about: 'Gives the account an alias.',
  input: shape.structure({ AccountAlias: accountAlias }, ['AccountAlias']),
  readOnly: false,
  permissions: () => [{ action: 'iam:CreateAccountAlias', resource: '*' }],
  handle: (call) => {
    const { AccountAlias: alias } = call.input;
    const table = call.world.table(accounts);
    const account = table.get(call.principal.account);
    if (!account) return noSuchEntity(`The account ${call.principal.account} cannot be found.`);
    const holder = table.firstBy('alias', alias);
    if (holder && holder.id !== account.id) {
      return alreadyExists(`The account alias ${alias} already exists.`);
    }
    call.world.put(accounts, { ...account, alias });
    return undefined;
  },
});
