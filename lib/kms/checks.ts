import type { AccessCheck, Call, OtherAllow } from '../aws';
import { actionOf, type Declaration, type FoundKeys, type RoleList, type Roles } from './declaration';
import type { KeyRecord } from './records/key';
import { accountConditions, type Conditions, conditionLookup, keyConditions } from './rules/condition-keys';
import { denied, deniedOnCiphertext, deniedOnForeignKey } from './rules/denials';
import { type GrantOperation, grantAllows } from './rules/grants';

export function keyChecks<I, O, R extends Roles<I>>(
  declaration: Declaration<I, O, R>,
  roles: RoleList<I, R>,
  call: Call<I>,
  found: FoundKeys<R>,
): readonly AccessCheck[] {
  const checks: AccessCheck[] = [];
  for (const [role, rule] of roles) {
    const { key, alias } = found[role];
    if (!key) continue;
    const conditions = () => ({
      ...keyConditions(call as Call, key),
      'kms:RequestAlias': alias && [alias.name],
      ...rule.conditions?.(call.input, call),
    });
    const byCiphertext = rule.ciphertext !== undefined && call.input[rule.member] === undefined;
    checks.push(
      keyCheck(actionOf(declaration.name, rule), key, call as Call, conditions, rule.grant, byCiphertext),
    );
  }
  if (checks.length > 0) return checks;
  return [
    accountCheck(`kms:${declaration.name}`, call, () => declaration.conditions?.(call.input, call) ?? {}),
  ];
}

/** A permission on a key: its policy decides first, then grants, then what the account's IAM may add. */
export function keyCheck(
  action: string,
  key: KeyRecord,
  call: Call,
  conditions: () => Conditions,
  grant?: GrantOperation,
  namedByCiphertext = false,
): AccessCheck {
  const lookup = conditionLookup(conditions);
  const otherAllows: (() => readonly OtherAllow[]) | undefined =
    grant && (() => grantAllows(grant, key, call));
  return {
    action,
    resource: key.arn,
    account: key.account,
    resourcePolicy: key.policy,
    needsDelegation: true,
    otherAllows,
    context: lookup.get,
    contextKeys: lookup.names,
    denied: namedByCiphertext
      ? deniedOnCiphertext
      : key.account === call.principal.account
        ? denied
        : deniedOnForeignKey,
  };
}

/** A permission that only the account's IAM can give. fact: kms-engine 1.4 (IAM-policy-only actions) */
export function accountCheck<I>(
  action: string,
  call: Call<I>,
  conditions: () => Conditions,
  resource = '*',
): AccessCheck {
  const lookup = conditionLookup(() => ({ ...accountConditions(call as Call), ...conditions() }));
  return {
    action,
    resource,
    account: call.principal.account,
    needsDelegation: false,
    context: lookup.get,
    contextKeys: lookup.names,
    denied,
  };
}
