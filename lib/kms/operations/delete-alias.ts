import { shape } from '../../aws';
import { accountCheck } from '../declaring/checks';
import { declare } from '../declaring/declare';
import { aliases } from '../records/alias';
import { refuseAliasName } from '../rules/alias-names';
import { aliasName } from '../rules/shapes';

/** Takes a name from a key; the key stays as it is. refuses: Validation, NotFound. fact: kms-engine 1.4, 1.6 */
export const deleteAlias = declare({
  name: 'DeleteAlias',
  about: 'Deletes an alias. The KMS key it names is not affected.',
  input: shape.structure({ AliasName: aliasName }, ['AliasName']),
  readOnly: false,
  keys: { target: { member: 'AliasName', accepts: 'alias', anyState: true } },
  checks: (own, call, { target }) => [
    accountCheck('kms:DeleteAlias', call, () => undefined, target.alias?.arn),
    ...own,
  ],
  validate: (input) => refuseAliasName(input.AliasName),
  handle: ({ call, found: { target } }) => {
    if (target.alias) call.world.delete(aliases, target.alias.arn);
    return undefined;
  },
  touches: (_call, { target }) => [target.alias?.arn],
});
