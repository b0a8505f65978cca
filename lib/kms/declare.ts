import {
  type Audit,
  type Call,
  type Charge,
  isRefusal,
  type Operation,
  type Refusal,
  type StructureShape,
} from '../aws';
import { keyChecks } from './checks';
import { actionOf, type Declaration, type FoundKeys, type RoleList, type Roles } from './declaration';
import { findByCiphertext } from './find-by-ciphertext';
import { type FoundKey, findKey } from './lookup';
import type { KeyRecord } from './records/key';
import { dryRunSucceeded, notAuthorizedOrMissing } from './rules/errors';
import { KEY_STATE_ROWS, refuseForState, type StatefulOperation } from './rules/key-states';
import { cryptographicCharge, OPERATION_TPS, operationCharge, type RatedOperation } from './rules/quotas';
import { saw } from './saw';

/** Turns what KMS says of an operation into what the pipeline asks of any operation. */
export function declare<I extends object, O = never, const R extends Roles<I> = Roles<I>>(
  declaration: Declaration<I, O, R>,
): Operation<I, O | undefined, FoundKeys<R>> {
  const roles = Object.entries(declaration.keys) as unknown as RoleList<I, R>;
  return {
    service: 'kms',
    name: declaration.name,
    about: declaration.about,
    input: declaration.input,
    output: declaration.output as StructureShape<O | undefined> | undefined,
    readOnly: declaration.readOnly,
    find: (call) => findAll(declaration, roles, call),
    charges: (call, found) =>
      declaration.charges?.(call, found) ?? defaultCharges(declaration.name, call as Call, found),
    validate: (call) => declaration.validate?.(call.input, call),
    verdict: (call, found) => verdict(declaration, roles, call, found),
    checks: (call, found) => [
      ...keyChecks(declaration, roles, call, found),
      ...(declaration.alsoNeeds?.(call, found) ?? []),
    ],
    state: (call, found) => state(declaration, roles, call, found),
    execute: (call, found) => {
      const output = declaration.handle({ input: call.input, call, keys: keysOf(roles, found), found });
      if (!isRefusal(output) && (call.input as { readonly DryRun?: boolean }).DryRun)
        return dryRunSucceeded();
      return output;
    },
    audit: (_call, found, output) => audit(declaration, found, output),
    saw: (stage, call, found) => saw(stage, call as Call, found),
  };
}

function findAll<I, O, R extends Roles<I>>(
  declaration: Declaration<I, O, R>,
  roles: RoleList<I, R>,
  call: Call<I>,
): FoundKeys<R> {
  const found: Partial<Record<keyof R, FoundKey>> = {};
  for (const [role, rule] of roles) {
    const given: unknown = call.input[rule.member];
    const asking = {
      world: call.world,
      region: call.region,
      principal: call.principal,
      action: actionOf(declaration.name, rule),
    };
    if (typeof given === 'string') found[role] = findKey(given, rule.accepts, asking);
    else if (rule.ciphertext) found[role] = findByCiphertext(call.input[rule.ciphertext], asking);
    else found[role] = {};
  }
  return found as FoundKeys<R>;
}

function defaultCharges(
  name: string,
  call: Call,
  found: Readonly<Record<string, FoundKey>>,
): readonly Charge[] {
  const caller = { region: call.region, account: call.principal.account };
  if (Object.hasOwn(OPERATION_TPS, name)) return [operationCharge(name as RatedOperation, caller)];
  const key = Object.values(found)[0]?.key;
  return [cryptographicCharge(key?.keySpec, key?.customKeyStoreId, caller)];
}

function verdict<I, O, R extends Roles<I>>(
  declaration: Declaration<I, O, R>,
  roles: RoleList<I, R>,
  call: Call<I>,
  found: FoundKeys<R>,
): Refusal | undefined {
  for (const [role, rule] of roles) {
    const { key, verdict: refusal } = found[role];
    if (refusal) return refusal;
    if (key && !declaration.crossAccount && key.account !== call.principal.account) {
      return notAuthorizedOrMissing(call.principal.arn, actionOf(declaration.name, rule), 'this resource');
    }
  }
  return undefined;
}

function state<I, O, R extends Roles<I>>(
  declaration: Declaration<I, O, R>,
  roles: RoleList<I, R>,
  call: Call<I>,
  found: FoundKeys<R>,
): Refusal | undefined {
  for (const [role] of roles) {
    const { key } = found[role];
    if (!key) continue;
    const unsuited = declaration.suits?.(key, call);
    if (unsuited) return unsuited;
    if (!Object.hasOwn(KEY_STATE_ROWS, declaration.name)) continue;
    const refusal = refuseForState(declaration.name as StatefulOperation, key);
    if (refusal) return refusal;
  }
  return undefined;
}

function keysOf<R>(
  roles: readonly (readonly [keyof R & string, unknown])[],
  found: FoundKeys<R>,
): { readonly [K in keyof R]: KeyRecord } {
  return Object.fromEntries(roles.map(([role]) => [role, found[role].key])) as {
    readonly [K in keyof R]: KeyRecord;
  };
}

function audit<I, O, R extends Roles<I>>(
  declaration: Declaration<I, O, R>,
  found: FoundKeys<R>,
  output: O | undefined,
): Omit<Audit, 'principal'> {
  const resources: string[] = [];
  for (const { key } of Object.values<FoundKey>(found)) if (key) resources.push(key.arn);
  if (!output) return { resources };
  const material = (output as { readonly KeyMaterialId?: string }).KeyMaterialId;
  return {
    resources,
    responseElements: declaration.responseElements?.(output),
    additionalEventData: material ? { keyMaterialId: material } : undefined,
  };
}
