import { isRefusal, type Refusal } from '../../aws';
import { bind, refuseUnused } from './expressions/bindings';
import { type Condition, parseCondition } from './expressions/condition';
import { meets } from './expressions/evaluate';
import type { Path } from './expressions/paths';
import { parseProjection, projected } from './expressions/projection';
import type { ItemRecord, StoredItem } from './records/item';
import type { TableRecord } from './records/table';
import { validation } from './rules/errors';
import { primaryKey } from './rules/keys';
import type { AttributeMap } from './rules/shapes';
import { shownItem, sizeOfItem } from './rules/values';

/** Members that Query and Scan share. */
export interface ReadRequest {
  readonly Limit?: number;
  readonly Select?: string;
  readonly ProjectionExpression?: string;
  readonly FilterExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: AttributeMap;
}

export interface PageOutput {
  readonly Items?: readonly AttributeMap[];
  readonly Count: number;
  readonly ScannedCount: number;
  readonly LastEvaluatedKey?: AttributeMap;
}

export interface Reading {
  readonly keyCondition?: Condition | undefined;
  readonly filter?: Condition | undefined;
  readonly projection?: readonly Path[] | undefined;
}

const PAGE_BYTES = 1024 * 1024;

/** The expressions of a Query or Scan, parsed together because they share their placeholders. */
export function readExpressions(request: ReadRequest, keyCondition?: string): Reading | Refusal {
  const { FilterExpression: filter, ProjectionExpression: projection, Select } = request;
  if (projection !== undefined && Select !== undefined && Select !== 'SPECIFIC_ATTRIBUTES') {
    return validation(`Cannot specify the ProjectionExpression when choosing to get ${Select}`);
  }
  const bindings = bind(request, [keyCondition, filter, projection]);
  if (isRefusal(bindings)) return bindings;
  const parts = {
    keyCondition: optional(keyCondition, (text) => parseCondition('KeyConditionExpression', text, bindings)),
    filter: optional(filter, (text) => parseCondition('FilterExpression', text, bindings)),
    projection: optional(projection, (text) => parseProjection(text, bindings)),
  };
  const refusal = Object.values(parts).find((part) => isRefusal(part)) ?? refuseUnused(bindings);
  return (refusal as Refusal | undefined) ?? (parts as Reading);
}

function optional<T>(text: string | undefined, parse: (text: string) => T): T | undefined {
  return text === undefined ? undefined : parse(text);
}

/**
 * One page of items that were found in order: at most `Limit` items or 1 MB are looked at, then filtered.
 * As at AWS a page that ends at its limit names a last key even when nothing follows.
 */
export function pageOf(
  table: TableRecord,
  found: Iterable<ItemRecord>,
  request: ReadRequest,
  reading: Reading,
): PageOutput {
  const kept: StoredItem[] = [];
  let scanned = 0;
  let bytes = 0;
  let last: StoredItem | undefined;
  for (const { item } of found) {
    scanned += 1;
    bytes += sizeOfItem(item);
    if (!reading.filter || meets(item, reading.filter)) kept.push(item);
    if (scanned !== request.Limit && bytes <= PAGE_BYTES) continue;
    last = item;
    break;
  }
  const shown = kept.map((item) => shownItem(projected(item, reading.projection)));
  return {
    Items: request.Select === 'COUNT' ? undefined : shown,
    Count: kept.length,
    ScannedCount: scanned,
    LastEvaluatedKey: last && shownItem(primaryKey(table, last).attributes),
  };
}
