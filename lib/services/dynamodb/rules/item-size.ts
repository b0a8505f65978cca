import type { Refusal } from '../../../aws';
import type { StoredItem } from '../records/item';
import { validation } from './errors';
import { sizeOfItem } from './values';

/** An item weighs at most 400 KB, the names of its attributes included. */
const LARGEST_ITEM = 400 * 1024;

export function refuseLarge(item: StoredItem): Refusal | undefined {
  return sizeOfItem(item) > LARGEST_ITEM
    ? validation('Item size has exceeded the maximum allowed size')
    : undefined;
}
