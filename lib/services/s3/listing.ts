import { byCodeUnit } from '../../base';
import type { ObjectRecord } from './records/object';

export interface ListingRequest {
  readonly prefix: string;
  readonly delimiter: string | undefined;
  /** Objects and common prefixes together. */
  readonly limit: number;
  /** Only what comes after this key, or after everything under this common prefix. */
  readonly after: string;
}

export interface Listing {
  readonly objects: readonly ObjectRecord[];
  readonly prefixes: readonly string[];
  /** Where the next page begins after; absent on the last one. */
  readonly next?: string | undefined;
}

/** One page of a bucket; keys that share a part up to the delimiter are rolled up into it. */
export function listing(
  held: readonly ObjectRecord[],
  { prefix, delimiter, limit, after }: ListingRequest,
): Listing {
  const objects: ObjectRecord[] = [];
  const prefixes: string[] = [];
  let last: string | undefined;
  for (const object of [...held].sort((a, b) => byCodeUnit(a.key, b.key))) {
    if (!object.key.startsWith(prefix)) continue;
    const common = commonPrefix(object.key, prefix, delimiter);
    const name = common ?? object.key;
    const seen = common !== undefined && prefixes.at(-1) === common;
    if (seen || byCodeUnit(name, after) <= 0 || byCodeUnit(object.key, after) <= 0) continue;
    if (objects.length + prefixes.length >= limit) return { objects, prefixes, next: last };
    if (common === undefined) objects.push(object);
    else prefixes.push(common);
    last = name;
  }
  return { objects, prefixes };
}

function commonPrefix(key: string, prefix: string, delimiter: string | undefined): string | undefined {
  if (!delimiter) return undefined;
  const end = key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}
