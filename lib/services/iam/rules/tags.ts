import type { ConditionValues, Refusal } from '../../../aws';
import type { Tag } from '../records/tag';
import { invalidInput, quotaExceeded } from './errors';
import { QUOTAS } from './quotas';

/** The tags after setting some; keys are told apart without regard to case. */
export function withTags(held: readonly Tag[], set: readonly Tag[]): readonly Tag[] {
  const keys = new Set(set.map(({ Key }) => Key.toLowerCase()));
  return [...held.filter(({ Key }) => !keys.has(Key.toLowerCase())), ...set];
}

export function withoutTags(held: readonly Tag[], keys: readonly string[]): readonly Tag[] {
  const gone = new Set(keys.map((key) => key.toLowerCase()));
  return held.filter(({ Key }) => !gone.has(Key.toLowerCase()));
}

export function refuseTags(set: readonly Tag[], held: readonly Tag[] = []): Refusal | undefined {
  const keys = set.map(({ Key }) => Key.toLowerCase());
  if (new Set(keys).size < keys.length) {
    return invalidInput('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  }
  if (keys.some((key) => key.startsWith('aws:'))) {
    return invalidInput("Tag keys that start with 'aws:' are reserved for system use.");
  }
  return withTags(held, set).length > QUOTAS.tags ? quotaExceeded('TagsPerResource', QUOTAS.tags) : undefined;
}

/** The condition keys of a request that sets tags. */
export function requestTagConditions(tags: readonly Tag[] = []): Record<string, ConditionValues> {
  if (tags.length === 0) return {};
  const conditions: Record<string, ConditionValues> = { 'aws:TagKeys': tags.map(({ Key }) => Key) };
  for (const { Key, Value } of tags) conditions[`aws:RequestTag/${Key}`] = [Value];
  return conditions;
}

/** The condition keys of a resource that has tags. */
export function resourceTagConditions(tags: readonly Tag[] = []): Record<string, ConditionValues> {
  const conditions: Record<string, ConditionValues> = {};
  for (const { Key, Value } of tags) {
    conditions[`aws:ResourceTag/${Key}`] = [Value];
    conditions[`iam:ResourceTag/${Key}`] = [Value];
  }
  return conditions;
}
