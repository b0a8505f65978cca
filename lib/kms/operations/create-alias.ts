import { refuse, regionalArn, shape } from '../../aws';
import { accountCheck } from '../declaring/checks';
import { declare } from '../declaring/declare';
import { aliases } from '../records/alias';
import { refuseAliasName } from '../rules/alias-names';
import { aliasesQuotaReached } from '../rules/limits';
import { aliasName, keyId } from '../rules/shapes';

/**
 * Gives a customer managed key a friendly name in this account and Region.
 * refuses: Validation, InvalidAliasName, AlreadyExists, LimitExceeded. fact: kms-engine 1.4, 1.6, 10.3.
 * assumed: the alias is asked about before the key
 */
export const createAlias = declare({
  name: 'CreateAlias',
  about: 'Creates an alias, a friendly name for a KMS key.',
  input: shape.structure({ AliasName: aliasName, TargetKeyId: keyId }, ['AliasName', 'TargetKeyId']),
  readOnly: false,
  keys: { target: { member: 'TargetKeyId', accepts: 'key' } },
  checks: (own, call) => [accountCheck('kms:CreateAlias', call, () => undefined, arnOf(call)), ...own],
  validate: (input) => refuseAliasName(input.AliasName),
  handle: ({ input, call, keys: { target } }) => {
    const table = call.world.table(aliases);
    const arn = arnOf(call);
    if (table.get(arn))
      return refuse('AlreadyExistsException', `An alias with the name ${arn} already exists`);
    const refusal = aliasesQuotaReached(call.world, target, table.countBy('target', target.arn));
    if (refusal) return refusal;
    call.world.put(aliases, {
      arn,
      name: input.AliasName,
      account: call.principal.account,
      region: call.region,
      targetArn: target.arn,
      createdAtMs: call.nowMs,
      updatedAtMs: call.nowMs,
    });
    return undefined;
  },
  touches: (call) => [arnOf(call)],
});

type Naming = {
  readonly region: string;
  readonly principal: { readonly account: string };
  readonly input: { readonly AliasName: string };
};

function arnOf({ region, principal, input }: Naming): string {
  return regionalArn('kms', region, principal.account, input.AliasName);
}
