import {
  type Audit,
  type Call,
  type Charge,
  isRefusal,
  type Operation,
  type Refusal,
  type StructureShape,
} from '../../aws';
import type { KeyRecord } from '../records/key';
import { dryRunSucceeded, notAuthorizedOrMissing } from '../rules/errors';
import { KEY_STATE_ROWS, refuseForState, type StateRow } from '../rules/key-states';
import { cryptographicCharge, OPERATION_TPS, operationCharge, type RatedOperation } from '../rules/quotas';
import { storeEventData } from '../stores/store-cryptography';
import { type Recipient, recipientEventData } from '../use/recipient';
import { accountCheck, keyChecks } from './checks';
import { type Declaration, type FoundKeys, type RoleList, type Roles, roleList } from './declaration';
import { findByCiphertext } from './find-by-ciphertext';
import { type FoundKey, findKey } from './lookup';
import { saw } from './saw';

/** Turns what KMS says of an operation into what the pipeline asks of any operation. */
export function declare<I extends object, O = never, const R extends Roles<I> = Roles<I>>(
  declaration: Declaration<I, O, R>,
): Operation<I, O | undefined, FoundKeys<R>> {
  const roles = roleList(declaration);
  return {
    service: 'kms',
    name: declaration.name,
    about: declaration.about,
    input: declaration.input,
    output: declaration.output as StructureShape<O | undefined> | undefined,
    readOnly: declaration.readOnly,
    find: (call) => findAll(roles, call),
    charges: declaration.charges ?? ownPool(declaration.name),
    validate: (call) => declaration.validate?.(call.input, call),
    verdict: (call, found) => verdict(declaration, roles, call, found),
    checks: (call, found) => {
      const asked = keyChecks(roles, call, found);
      const own = asked.length > 0 ? asked : [accountPermission(declaration, call)];
      return declaration.checks ? declaration.checks(own, call, found) : own;
    },
    state: stateOf(declaration, roles),
    execute: (call, found) => {
      const output = declaration.handle({ input: call.input, call, keys: keysOf(roles, found), found });
      const { DryRun } = call.input as { readonly DryRun?: boolean };
      return DryRun && !isRefusal(output) ? dryRunSucceeded() : output;
    },
    audit: (call, found, output) => audit(declaration, roles, call, found, output),
    saw: (stage, call, found) => saw(stage, call as Call, found),
  };
}

function accountPermission<I, O, R extends Roles<I>>(declaration: Declaration<I, O, R>, call: Call<I>) {
  return accountCheck(`kms:${declaration.name}`, call, () => declaration.conditions?.(call.input, call));
}

function findAll<I, R>(roles: RoleList<I, R>, call: Call<I>): FoundKeys<R> {
  const { world, region, principal } = call;
  const bringsForth = call.operation === 'DescribeKey' || (call.source.via?.length ?? 0) > 0;
  const found: Partial<Record<keyof R, FoundKey>> = {};
  for (const [role, rule] of roles) {
    const given: unknown = call.input[rule.member];
    const { action, ciphertext } = rule;
    const foreignIds = ciphertext !== undefined;
    const asking = { world, region, principal, action, foreignIds, bringsForth };
    if (typeof given === 'string') found[role] = findKey(given, rule.accepts, asking);
    else if (ciphertext) found[role] = findByCiphertext(call.input[ciphertext], asking);
    else found[role] = {};
  }
  return found as FoundKeys<R>;
}

/** An operation's own pool, or the one that cryptographic requests of this kind of key share. */
function ownPool(name: string) {
  const isRated = Object.hasOwn(OPERATION_TPS, name);
  return (
    call: Pick<Call, 'region' | 'principal'>,
    found: Readonly<Record<string, FoundKey>>,
  ): readonly Charge[] => {
    const caller = { region: call.region, account: call.principal.account };
    if (isRated) return [operationCharge(name as RatedOperation, caller)];
    const key = firstKey(found);
    return [cryptographicCharge(key?.keySpec, key?.customKeyStoreId, caller)];
  };
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
      return notAuthorizedOrMissing(call.principal.arn, rule.action, 'this resource');
    }
  }
  return undefined;
}

/** Kind of key, then its state, for every key the operation works on. */
function stateOf<I, O, R extends Roles<I>>(declaration: Declaration<I, O, R>, roles: RoleList<I, R>) {
  const rows: Readonly<Record<string, StateRow>> = KEY_STATE_ROWS;
  const row = rows[declaration.name];
  return (call: Call<I>, found: FoundKeys<R>): Refusal | undefined => {
    for (const [role, rule] of roles) {
      const { key } = found[role];
      if (!key || rule.anyState) continue;
      const refusal = declaration.suits?.(key, call) ?? (row && refuseForState(row, key));
      if (refusal) return refusal;
    }
    return undefined;
  };
}

function keysOf<I, R>(roles: RoleList<I, R>, found: FoundKeys<R>): { readonly [K in keyof R]: KeyRecord } {
  const keys: Partial<Record<keyof R, KeyRecord>> = {};
  for (const [role] of roles) keys[role] = found[role].key;
  return keys as { readonly [K in keyof R]: KeyRecord };
}

/** fact: services 9 (the fields of a CloudTrail record) */
function audit<I, O, R extends Roles<I>>(
  declaration: Declaration<I, O, R>,
  roles: RoleList<I, R>,
  call: Call<I>,
  found: FoundKeys<R>,
  output: O | undefined,
): Omit<Audit, 'principal'> {
  const keys = arnsOf(roles, found);
  const more = declaration.touches?.(call, found, output);
  const resources = more ? [...keys, ...more.filter((arn) => arn !== undefined)] : keys;
  if (!output) return { resources };
  if (declaration.readOnly) {
    const { Recipient } = call.input as { readonly Recipient?: Recipient };
    const ofKey = additionalEventData(declaration, output, found);
    const ofEnclave = recipientEventData(Recipient);
    return { resources, additionalEventData: ofEnclave ? { ...ofKey, ...ofEnclave } : ofKey };
  }
  const responseElements = declaration.responseElements
    ? declaration.responseElements(output, found)
    : { keyId: keys[0] };
  return { resources, responseElements };
}

/** Each key once, in the order of the roles. */
function arnsOf<I, R>(roles: RoleList<I, R>, found: FoundKeys<R>): readonly string[] {
  const [first, second] = roles;
  const arn = first && found[first[0]].key?.arn;
  if (!second) return arn === undefined ? [] : [arn];
  return [...new Set(roles.flatMap(([role]) => found[role].key?.arn ?? []))];
}

function additionalEventData<I, O, R extends Roles<I>>(
  declaration: Declaration<I, O, R>,
  output: O,
  found: FoundKeys<R>,
) {
  const inStore = storeEventData(firstKey(found));
  if (inStore) return inStore;
  if (declaration.additionalEventData) return declaration.additionalEventData(output, found);
  const { KeyMaterialId } = output as { readonly KeyMaterialId?: string };
  return KeyMaterialId === undefined ? undefined : { keyMaterialId: KeyMaterialId };
}

function firstKey(found: Readonly<Record<string, FoundKey>>): KeyRecord | undefined {
  for (const role in found) return found[role]?.key;
  return undefined;
}
