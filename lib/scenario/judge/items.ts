import { regionalArn } from '../../aws';
import { type ItemRecord, items } from '../../services/dynamodb';
import type { ItemsMatch } from '../schema';
import { type Evidence, homeAccount } from './evidence';
import { fits } from './fits';

export function itemsOf(table: string, region: string, evidence: Evidence): readonly ItemRecord[] {
  const arn = regionalArn('dynamodb', region, homeAccount(evidence), `table/${table}`);
  return evidence.cloud.world.table(items).by('table', arn);
}

/** Of a table without items nothing is said: `all` and `any` are false of it. */
export function itemsAreSo({ table, region, which, is }: ItemsMatch, evidence: Evidence): boolean {
  const found = itemsOf(table, region, evidence);
  return quantified(which, found, ({ item }) => fits(is, item));
}

export function quantified<T>(
  which: 'all' | 'any' | 'none',
  list: readonly T[],
  is: (one: T) => boolean,
): boolean {
  if (which === 'none') return !list.some(is);
  return list.length > 0 && (which === 'all' ? list.every(is) : list.some(is));
}
