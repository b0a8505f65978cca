import { type Refusal, refuse } from '../../aws';
import type { Tag } from '../records/key';
import { RESOURCE_QUOTAS } from './quotas';

/** fact: kms-engine 10.4, 4.1 (TagException) */
export function refuseTags(tags: readonly Tag[]): Refusal | undefined {
  const names = tags.map((tag) => tag.TagKey);
  if (new Set(names).size !== names.length) return refuse('TagException', 'Duplicate tag keys');
  if (names.some((name) => name.toLowerCase().startsWith('aws:'))) {
    return refuse('TagException', 'Tags beginning with aws: are reserved');
  }
  return tags.length > RESOURCE_QUOTAS.tagsPerKey ? refuse('TagException', 'Too many tags') : undefined;
}
