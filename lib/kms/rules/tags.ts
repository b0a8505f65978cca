import { type Refusal, refuse } from '../../aws';
import type { Tag } from '../records/key';
import { RESOURCE_QUOTAS } from './quotas';

/** What is wrong with tags as given, whatever key they are for. fact: kms-engine 10.4, 4.1 (TagException) */
export function refuseTags(tags: readonly Tag[]): Refusal | undefined {
  const names = tags.map((tag) => tag.TagKey);
  if (new Set(names).size !== names.length) return refuse('TagException', 'Duplicate tag keys');
  return refuseReservedTagKeys(names) ?? refuseTagCount(tags);
}

export function refuseReservedTagKeys(names: readonly string[]): Refusal | undefined {
  const isReserved = names.some((name) => name.toLowerCase().startsWith('aws:'));
  return isReserved ? refuse('TagException', 'Tags beginning with aws: are reserved') : undefined;
}

export function refuseTagCount(tags: readonly Tag[]): Refusal | undefined {
  return tags.length > RESOURCE_QUOTAS.tagsPerKey ? refuse('TagException', 'Too many tags') : undefined;
}

/** A tag of the same name gets the new value in its place; new names follow. */
export function withTags(held: readonly Tag[], given: readonly Tag[]): readonly Tag[] {
  const byName = new Map(held.map((tag) => [tag.TagKey, tag]));
  for (const { TagKey, TagValue } of given) byName.set(TagKey, { TagKey, TagValue });
  return [...byName.values()];
}
