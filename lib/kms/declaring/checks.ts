import type { AccessCheck, Call, ConditionValues, Denial, OtherAllow, Refusal } from '../../aws';
import type { KeyRecord } from '../records/key';
import { accountConditions, type Conditions, keyConditions, valuesOf } from '../rules/condition-keys';
import { denied, deniedOnCiphertext, deniedOnForeignKey } from '../rules/denials';
import type { GrantOperation } from '../rules/grant-operations';
import { grantAllows } from '../rules/grants';
import type { FoundKeys, RoleList } from './declaration';

export function keyChecks<I, R>(
  roles: RoleList<I, R>,
  call: Call<I>,
  found: FoundKeys<R>,
): readonly AccessCheck[] {
  const [first] = roles;
  // Nearly every operation works on one key, and a list that grows costs more than one that is written down.
  if (first && roles.length === 1) {
    const check = keyCheck(first, call, found);
    return check ? [check] : [];
  }
  return roles.flatMap((role) => keyCheck(role, call, found) ?? []);
}

function keyCheck<I, R>(
  [role, rule]: RoleList<I, R>[number],
  call: Call<I>,
  found: FoundKeys<R>,
): AccessCheck | undefined {
  const { key, alias } = found[role];
  if (!key || rule.unasked) return undefined;
  const further = (): Conditions => ({
    // Operations on an alias name it as their resource, not as a way to a key.
    'kms:RequestAlias': alias && rule.accepts === 'any' ? [alias.name] : undefined,
    ...rule.conditions?.(call.input, call, found),
  });
  const isNamed = rule.ciphertext === undefined || call.input[rule.member] !== undefined;
  return new KeyAccess(rule.action, key, call as Call, further, rule.grant, isNamed);
}

/** Tags and aliases of the key have no value in its own policy. fact: authorization 7, 8, vector 17 */
const HIDDEN_FROM_KEY_POLICIES: readonly string[] = ['aws:resourcetag/*', 'kms:resourcealiases'];

/** A permission on a key: its policy decides first, then grants, then what the account's IAM may add. */
export class KeyAccess implements AccessCheck {
  readonly action: string;
  readonly resource: string;
  readonly account: string;
  readonly resourcePolicy: string;
  /** fact: authorization 9 */
  readonly isBeyondRcp: boolean;
  readonly needsDelegation = true;
  readonly hiddenFromResource = HIDDEN_FROM_KEY_POLICIES;
  private readonly key: KeyRecord;
  private readonly call: Call;
  private readonly further: () => Conditions;
  private readonly grant: GrantOperation | undefined;
  private readonly isNamed: boolean;
  private built: Conditions | undefined;

  /** @param isNamed whether the request names the key itself; else its ciphertext does. */
  constructor(
    action: string,
    key: KeyRecord,
    call: Call,
    further: () => Conditions,
    grant?: GrantOperation,
    isNamed = true,
  ) {
    this.action = action;
    this.resource = key.arn;
    this.account = key.account;
    this.resourcePolicy = key.policy;
    this.isBeyondRcp = key.manager === 'AWS';
    this.key = key;
    this.call = call;
    this.further = further;
    this.grant = grant;
    this.isNamed = isNamed;
  }

  otherAllows(): readonly OtherAllow[] {
    return this.grant ? grantAllows(this.grant, this.key, this.call) : [];
  }

  context(key: string): ConditionValues {
    return valuesOf(this.conditions(), key);
  }

  contextKeys(): readonly string[] {
    return Object.keys(this.conditions());
  }

  denied(denial: Denial): Refusal {
    if (!this.isNamed) return deniedOnCiphertext(denial);
    return this.account === this.call.principal.account ? denied(denial) : deniedOnForeignKey(denial);
  }

  private conditions(): Conditions {
    this.built ??= { ...keyConditions(this.call, this.key), ...this.further() };
    return this.built;
  }
}

/** A permission that only the account's IAM can give. fact: kms-engine 1.4 (IAM-policy-only actions) */
export function accountCheck<I>(
  action: string,
  call: Call<I>,
  further: () => Conditions | undefined,
  resource = '*',
): AccessCheck {
  let built: Conditions | undefined;
  const conditions = () => {
    built ??= { ...accountConditions(call as Call), ...further() };
    return built;
  };
  return {
    action,
    resource,
    account: call.principal.account,
    needsDelegation: false,
    context: (key) => valuesOf(conditions(), key),
    contextKeys: () => Object.keys(conditions()),
    denied,
  };
}
