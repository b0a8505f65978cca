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

/** A table's present content. Only a transaction and the log's undo write to it, through `replace`. */
export class Table<R extends object> {
  private readonly records = new Map<string, R>();
  private readonly indexes = new Map<string, Map<string, Bucket>>();
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
    const bucket = this.index(index).get(key);
    if (!bucket) return [];
    bucket.sorted ??= [...bucket.ids].sort(byCodeUnit);
    return bucket.sorted;
  }

  by(index: string, key: string): R[] {
    return this.idsBy(index, key).map((id) => this.mustGet(id));
  }

  /** The single record filed under `key`, or the first in id order when there are several. */
  firstBy(index: string, key: string): R | undefined {
    const bucket = this.index(index).get(key);
    if (!bucket || bucket.ids.size === 0) return undefined;
    if (bucket.ids.size > 1) return this.get(this.idsBy(index, key)[0] ?? '');
    for (const id of bucket.ids) return this.records.get(id);
    return undefined;
  }

  countBy(index: string, key: string): number {
    return this.index(index).get(key)?.ids.size ?? 0;
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

  private index(name: string): Map<string, Bucket> {
    const index = this.indexes.get(name);
    needs(index, `${this.definition.name} has no index ${name}`);
    return index;
  }

  /** An index whose key stays the same is not touched, and so stays sorted. */
  private refile(
    name: string,
    index: Map<string, Bucket>,
    id: string,
    before: R | undefined,
    after: R | undefined,
  ): void {
    const keysOf = this.definition.indexes?.[name];
    const left = before && keysOf?.(before);
    const taken = after && keysOf?.(after);
    if (left === taken) return;
    for (const key of listOf(left)) fileUnder(index, key, id, 'remove');
    for (const key of listOf(taken)) fileUnder(index, key, id, 'add');
  }
}

function listOf(keys: string | readonly string[] | undefined): readonly string[] {
  return typeof keys === 'string' ? [keys] : (keys ?? []);
}

function fileUnder(index: Map<string, Bucket>, key: string, id: string, how: 'add' | 'remove'): void {
  let bucket = index.get(key);
  if (!bucket) {
    bucket = { ids: new Set(), sorted: undefined };
    index.set(key, bucket);
  }
  if (how === 'add') bucket.ids.add(id);
  else bucket.ids.delete(id);
  bucket.sorted = undefined;
  if (bucket.ids.size === 0) index.delete(key);
}
