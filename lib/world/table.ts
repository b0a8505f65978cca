import { byCodeUnit, needs } from '../base';
import { type KeysOf, TableIndex } from './table-index';

/** What a table holds and how it is found. Records are plain frozen data, replaced whole, never changed. */
export interface TableDefinition<R extends object> {
  readonly name: string;
  readonly id: (record: R) => string;
  /** Named secondary indexes. A record is filed under each key the function answers. */
  readonly indexes?: Readonly<Record<string, KeysOf<R>>>;
  /** The moment at which something happens to this record by itself. */
  readonly dueAtMs?: (record: R) => number | undefined;
}

/** A table's present content. Only a transaction and the log's undo write to it, through `replace`. */
export class Table<R extends object> {
  private readonly records = new Map<string, R>();
  private readonly indexes = new Map<string, TableIndex<R>>();
  private sortedIds: readonly string[] | undefined;

  readonly definition: TableDefinition<R>;

  constructor(definition: TableDefinition<R>) {
    this.definition = definition;
    for (const [name, keysOf] of Object.entries(definition.indexes ?? {})) {
      this.indexes.set(name, new TableIndex(this.records, definition.id, keysOf));
    }
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
    return this.index(index).ids(key);
  }

  by(index: string, key: string): R[] {
    return this.idsBy(index, key).map((id) => this.mustGet(id));
  }

  /** The first record filed under `key` in id order, of those that are as `where` says. */
  firstBy(index: string, key: string, where?: (record: R) => boolean): R | undefined {
    return this.index(index).first(key, where);
  }

  countBy(index: string, key: string): number {
    return this.index(index).count(key);
  }

  replace(id: string, before: R | undefined, after: R | undefined): void {
    if (this.records.get(id) !== before)
      needs(false, `${this.definition.name} ${id} changed under a transaction`);
    if (after) this.records.set(id, after);
    else this.records.delete(id);
    for (const index of this.indexes.values()) index.replace(id, before, after);
    if (!before !== !after) this.sortedIds = undefined;
  }

  private mustGet(id: string): R {
    const record = this.records.get(id);
    needs(record, `${this.definition.name} lists ${id} and does not hold it`);
    return record;
  }

  private index(name: string): TableIndex<R> {
    const index = this.indexes.get(name);
    needs(index, `${this.definition.name} has no index ${name}`);
    return index;
  }
}
