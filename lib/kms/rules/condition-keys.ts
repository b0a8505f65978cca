import type { Call, ConditionValues } from '../../aws';
import { aliases } from '../records/alias';
import type { KeyRecord } from '../records/key';

/**
 * Values by condition key in AWS's spelling. A function is asked only when a policy names the key.
 * fact: authorization 7
 */
export type Conditions = Readonly<Record<string, ConditionValues | (() => ConditionValues)>>;

/** What every operation on a key carries. fact: authorization 7 ("key ops"), kms-engine 1.5 */
export function keyConditions(call: Call, key: KeyRecord): Conditions {
  return {
    'kms:CallerAccount': [call.principal.account],
    'kms:KeySpec': [key.keySpec],
    'kms:CustomerMasterKeySpec': [key.keySpec],
    'kms:KeyUsage': [key.keyUsage],
    'kms:CustomerMasterKeyUsage': [key.keyUsage],
    'kms:KeyOrigin': [key.origin],
    'kms:MultiRegion': [String(key.multiRegion !== undefined)],
    'kms:MultiRegionKeyType': key.multiRegion && [key.multiRegion],
    'kms:ResourceAliases': () => aliasNamesOf(call, key),
    ...viaService(call),
    ...Object.fromEntries(key.tags.map((tag) => [`aws:ResourceTag/${tag.TagKey}`, [tag.TagValue]])),
  };
}

export function accountConditions(call: Call): Conditions {
  return { 'kms:CallerAccount': [call.principal.account], ...viaService(call) };
}

/** Only a service acting with the caller's own identity sets it. */
function viaService(call: Call): Conditions {
  const via = call.source.via;
  return { 'kms:ViaService': via && via.length > 0 ? [via[via.length - 1] as string] : undefined };
}

function aliasNamesOf(call: Call, key: KeyRecord): ConditionValues {
  const names = call.world
    .table(aliases)
    .by('target', key.arn)
    .map((alias) => alias.name);
  return names.length > 0 ? names : undefined;
}

export function contextConditions(context: Readonly<Record<string, string>> | undefined): Conditions {
  const pairs = Object.entries(context ?? {});
  return {
    'kms:EncryptionContextKeys': pairs.length > 0 ? pairs.map(([name]) => name) : undefined,
    ...Object.fromEntries(pairs.map(([name, value]) => [`kms:EncryptionContext:${name}`, [value]])),
  };
}

/** Tags of the request. */
export function tagConditions(
  tags: readonly { readonly TagKey: string; readonly TagValue: string }[] | undefined,
): Conditions {
  return {
    'aws:TagKeys': tags && tags.length > 0 ? tags.map((tag) => tag.TagKey) : undefined,
    ...Object.fromEntries((tags ?? []).map((tag) => [`aws:RequestTag/${tag.TagKey}`, [tag.TagValue]])),
  };
}

/** Looks a condition key up; names of condition keys do not mind case. */
export function conditionLookup(build: () => Conditions): {
  get(key: string): ConditionValues;
  names(): readonly string[];
} {
  let byLowerName: Map<string, ConditionValues | (() => ConditionValues)> | undefined;
  let names: readonly string[] = [];
  const table = () => {
    if (!byLowerName) {
      const conditions = build();
      names = Object.keys(conditions);
      byLowerName = new Map(names.map((name) => [name.toLowerCase(), conditions[name]]));
    }
    return byLowerName;
  };
  return {
    get: (key) => {
      const value = table().get(key.toLowerCase());
      return typeof value === 'function' ? value() : value;
    },
    names: () => {
      table();
      return names;
    },
  };
}
