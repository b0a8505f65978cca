import { byCodeUnit, needs } from '../base';

/** What a table holds and how it is found. Records are plain frozen data, replaced whole, never changed. */
export interface TableDefinition<R extends object> {
  readonly name: string;
  readonly id: (record: R) => string;
  /** Named secondary indexes. A record is filed under each key the function answers. */
  readonly indexes?: Readonly<Record<string, (record: R) => string | readonly string[] | undefined>>;
  /** The moment at which something happens to this record by itself. */
  readonly dueAtMs?: (record: R) => number | undefined;
}

interface Bucket {
  readonly ids: Set<string>;
  sorted: readonly string[] | undefined;
}

/** What is filed under one key. Most keys have one id, and ten thousand sets of one would crowd the caches. */
type Filed = string | Bucket;

/** A table's present content. Only a transaction and the log's undo write to it, through `replace`. */
export class Table<R extends object> {
  private readonly records = new Map<string, R>();
  private readonly indexes = new Map<string, Map<string, Filed>>();
  private sortedIds: readonly string[] | undefined;

  readonly definition: TableDefinition<R>;

  constructor(definition: TableDefinition<R>) {
    this.definition = definition;
    for (const name of Object.keys(definition.indexes ?? {})) this.indexes.set(name, new Map());
  }

  get size(): number {
    return this.records.size;
  }

  get(id: string): R | undefined {
    return this.records.get(id);
  }

  /** Every id, in code unit order, so that a list does not tell how the world came about. */
  ids(): readonly string[] {
    this.sortedIds ??= [...this.records.keys()].sort(byCodeUnit);
    return this.sortedIds;
  }

  all(): R[] {
    return this.ids().map((id) => this.mustGet(id));
  }

  /** Ids filed under `key` of a named index, in code unit order. */
  idsBy(index: string, key: string): readonly string[] {
    const filed = this.index(index).get(key);
    if (filed === undefined) return [];
    if (typeof filed === 'string') return [filed];
    filed.sorted ??= [...filed.ids].sort(byCodeUnit);
    return filed.sorted;
  }

  by(index: string, key: string): R[] {
    return this.idsBy(index, key).map((id) => this.mustGet(id));
  }

  /** The single record filed under `key`, or the first in id order when there are several. */
  firstBy(index: string, key: string): R | undefined {
    const filed = this.index(index).get(key);
    if (filed === undefined) return undefined;
    return this.records.get(typeof filed === 'string' ? filed : (this.idsBy(index, key)[0] ?? ''));
  }

  countBy(index: string, key: string): number {
    const filed = this.index(index).get(key);
    return filed === undefined ? 0 : typeof filed === 'string' ? 1 : filed.ids.size;
  }

  replace(id: string, before: R | undefined, after: R | undefined): void {
    if (this.records.get(id) !== before)
      needs(false, `${this.definition.name} ${id} changed under a transaction`);
    if (after) this.records.set(id, after);
    else this.records.delete(id);
    for (const [name, index] of this.indexes) this.refile(name, index, id, before, after);
    if (!before !== !after) this.sortedIds = undefined;
  }

  private mustGet(id: string): R {
    const record = this.records.get(id);
    needs(record, `${this.definition.name} lists ${id} and does not hold it`);
    return record;
  }

  private index(name: string): Map<string, Filed> {
    const index = this.indexes.get(name);
    needs(index, `${this.definition.name} has no index ${name}`);
    return index;
  }

  /** An index whose key stays the same is not touched, and so stays sorted. */
  private refile(
    name: string,
    index: Map<string, Filed>,
    id: string,
    before: R | undefined,
    after: R | undefined,
  ): void {
    const keysOf = this.definition.indexes?.[name];
    const left = before && keysOf?.(before);
    const taken = after && keysOf?.(after);
    if (left === taken) return;
    for (const key of listOf(left)) removeFrom(index, key, id);
    for (const key of listOf(taken)) addTo(index, key, id);
  }
}

function listOf(keys: string | readonly string[] | undefined): readonly string[] {
  return typeof keys === 'string' ? [keys] : (keys ?? []);
}

function addTo(index: Map<string, Filed>, key: string, id: string): void {
  const filed = index.get(key);
  if (filed === undefined) {
    index.set(key, id);
  } else if (typeof filed !== 'string') {
    filed.ids.add(id);
    filed.sorted = undefined;
  } else if (filed !== id) {
    index.set(key, { ids: new Set([filed, id]), sorted: undefined });
  }
}

function removeFrom(index: Map<string, Filed>, key: string, id: string): void {
  const filed = index.get(key);
  if (filed === undefined) return;
  if (typeof filed === 'string') {
    if (filed === id) index.delete(key);
    return;
  }
  filed.ids.delete(id);
  filed.sorted = undefined;
  if (filed.ids.size === 0) index.delete(key);
}
