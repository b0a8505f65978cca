import type { Call, ConditionValues } from '../../aws';
import { aliases } from '../records/alias';
import type { KeyRecord, Tag } from '../records/key';

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
    'kms:ViaService': viaService(call),
    ...byTag('aws:ResourceTag', key.tags),
  };
}

function byTag(prefix: string, tags: readonly Tag[]): Conditions | undefined {
  if (tags.length === 0) return undefined;
  return Object.fromEntries(tags.map((tag) => [`${prefix}/${tag.TagKey}`, [tag.TagValue]]));
}

export function accountConditions(call: Call): Conditions {
  return { 'kms:CallerAccount': [call.principal.account], 'kms:ViaService': viaService(call) };
}

/** Only a service acting with the caller's own identity sets it. */
function viaService(call: Call): ConditionValues {
  const last = call.source.via?.at(-1);
  return last === undefined ? undefined : [last];
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
  if (pairs.length === 0) return { 'kms:EncryptionContextKeys': undefined };
  return {
    'kms:EncryptionContextKeys': pairs.map(([name]) => name),
    ...Object.fromEntries(pairs.map(([name, value]) => [`kms:EncryptionContext:${name}`, [value]])),
  };
}

/** Whether a service asks about a grant for a resource of its own, on the caller's behalf. fact: authorization 7 */
export function forAwsResource({ source }: Pick<Call, 'source'>): Conditions {
  return { 'kms:GrantIsForAWSResource': [String((source.via?.length ?? 0) > 0)] };
}

/** Tags of the request. */
export function tagConditions(tags: readonly Tag[] | undefined): Conditions {
  if (!tags || tags.length === 0) return { 'aws:TagKeys': undefined };
  return { 'aws:TagKeys': tags.map((tag) => tag.TagKey), ...byTag('aws:RequestTag', tags) };
}

/** Looks a condition key up; names of condition keys do not mind case. */
export function valuesOf(conditions: Conditions, key: string): ConditionValues {
  const lowerKey = key.toLowerCase();
  for (const name in conditions) {
    if (name.length !== key.length || lowerName(name) !== lowerKey) continue;
    const values = conditions[name];
    return typeof values === 'function' ? values() : values;
  }
  return undefined;
}

const lowerNames = new Map<string, string>();
const CACHED_NAMES = 1000;

function lowerName(name: string): string {
  let lower = lowerNames.get(name);
  if (lower === undefined) {
    lower = name.toLowerCase();
    if (lowerNames.size < CACHED_NAMES) lowerNames.set(name, lower);
  }
  return lower;
}
