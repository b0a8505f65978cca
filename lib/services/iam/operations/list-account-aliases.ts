import { shape } from '../../../aws';
import { accounts } from '../records/account';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends } from '../rules/shapes';

/** An account has one alias at the most. */
export const listAccountAliases = iamOperation({
  name: 'ListAccountAliases',
  about: 'Shows the alias of the account.',
  input: shape.structure({ ...asked }),
  output: shape.structure({ AccountAliases: shape.list(shape.string()), ...ends }, ['AccountAliases']),
  readOnly: true,
  permissions: () => [{ action: 'iam:ListAccountAliases', resource: '*' }],
  handle: (call) => {
    const alias = call.world.table(accounts).get(call.principal.account)?.alias;
    return listed('AccountAliases', alias === undefined ? [] : [alias], call.input, (name) => name);
  },
});
