import { type Refusal, shape } from '../../aws';
import { accountCheck } from '../declaring/checks';
import { declare } from '../declaring/declare';
import { aliases } from '../records/alias';
import type { KeyRecord } from '../records/key';
import { refuseAliasName } from '../rules/alias-names';
import { validation } from '../rules/errors';
import { KEY_SPECS } from '../rules/key-specs';
import { aliasesQuotaReached } from '../rules/limits';
import { aliasName, keyId } from '../rules/shapes';

/**
 * Makes an alias name another key of the same type and usage.
 * refuses: Validation, NotFound, LimitExceeded. fact: kms-engine 1.4, 1.6, 4.4, 10.3
 */
export const updateAlias = declare({
  name: 'UpdateAlias',
  about: 'Makes an existing alias name a different KMS key.',
  input: shape.structure({ AliasName: aliasName, TargetKeyId: keyId }, ['AliasName', 'TargetKeyId']),
  readOnly: false,
  keys: {
    former: { member: 'AliasName', accepts: 'alias', anyState: true },
    target: { member: 'TargetKeyId', accepts: 'key' },
  },
  checks: (own, call, { former }) => [
    accountCheck('kms:UpdateAlias', call, () => undefined, former.alias?.arn),
    ...own,
  ],
  validate: (input) => refuseAliasName(input.AliasName),
  handle: ({ call, keys: { former, target }, found }) => {
    const { alias } = found.former;
    if (!alias) return undefined;
    const isMove = former.arn !== target.arn;
    const held = call.world.table(aliases).countBy('target', target.arn);
    const refusal =
      refuseOtherKind(alias.name, former, target) ??
      (isMove && aliasesQuotaReached(call.world, target, held));
    if (refusal) return refusal;
    call.world.put(aliases, { ...alias, targetArn: target.arn, updatedAtMs: call.nowMs });
    return undefined;
  },
  touches: (_call, { former }) => [former.alias?.arn],
  responseElements: (_output, { target }) => ({ keyId: target.key?.arn }),
});

/** The text speaks of CMKs, as KMS keys were called until 2021. */
function refuseOtherKind(name: string, former: KeyRecord, target: KeyRecord): Refusal | undefined {
  const [was, is] = [typeOf(former), typeOf(target)];
  if (was !== is) return validation(cannotChange(name, 'key type', was, is));
  if (former.keyUsage === target.keyUsage) return undefined;
  return validation(cannotChange(name, 'key usage', former.keyUsage, target.keyUsage));
}

function cannotChange(name: string, what: string, was: string, is: string): string {
  return `Alias ${name} cannot be changed from a CMK with ${what} ${was} to a CMK with ${what} ${is}. The ${what} of the current CMK and the new CMK must be the same.`;
}

/** assumed: the words for a type of key */
function typeOf(key: KeyRecord): string {
  const { family } = KEY_SPECS[key.keySpec];
  return family === 'symmetric' ? 'SYMMETRIC' : family === 'hmac' ? 'HMAC' : 'ASYMMETRIC';
}
