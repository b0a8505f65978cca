import { byCodeUnit, needs } from '../base';

/** What an index files a record under: one key, several, or none. */
export type KeysOf<R> = (record: R) => string | readonly string[] | undefined;

/** The ids of two records or more under one key. */
class Several {
  readonly ids: Set<string>;
  private sorted: readonly string[] | undefined;

  constructor(...ids: readonly string[]) {
    this.ids = new Set(ids);
  }

  add(id: string): void {
    this.ids.add(id);
    this.sorted = undefined;
  }

  delete(id: string): void {
    this.ids.delete(id);
    this.sorted = undefined;
  }

  /** In code unit order. */
  list(): readonly string[] {
    this.sorted ??= [...this.ids].sort(byCodeUnit);
    return this.sorted;
  }
}

/**
 * The records of a table by one of their properties. Nearly every key has one record, and that stands here itself: with
 * a hundred thousand keys a set of one, and the way through its id, would be most of what a lookup costs.
 */
export class TableIndex<R extends object> {
  private readonly filed = new Map<string, R | Several>();
  private readonly records: ReadonlyMap<string, R>;
  private readonly idOf: (record: R) => string;
  private readonly keysOf: KeysOf<R>;

  /** @param records of the table, by id. */
  constructor(records: ReadonlyMap<string, R>, idOf: (record: R) => string, keysOf: KeysOf<R>) {
    this.records = records;
    this.idOf = idOf;
    this.keysOf = keysOf;
  }

  /** In code unit order. */
  ids(key: string): readonly string[] {
    const filed = this.filed.get(key);
    if (filed === undefined) return [];
    return filed instanceof Several ? filed.list() : [this.idOf(filed)];
  }

  /** The first in id order, of those that are as `where` says. */
  first(key: string, where?: (record: R) => boolean): R | undefined {
    const filed = this.filed.get(key);
    if (filed === undefined) return undefined;
    if (!(filed instanceof Several)) return !where || where(filed) ? filed : undefined;
    for (const id of filed.list()) {
      const record = this.records.get(id);
      if (record && (!where || where(record))) return record;
    }
    return undefined;
  }

  count(key: string): number {
    const filed = this.filed.get(key);
    if (filed === undefined) return 0;
    return filed instanceof Several ? filed.ids.size : 1;
  }

  /** Follows the table, which has the new record already. Where a key stays the same, its order stays too. */
  replace(id: string, before: R | undefined, after: R | undefined): void {
    const left = before && this.keysOf(before);
    const taken = after && this.keysOf(after);
    if (before && after && left === taken) {
      for (const key of listOf(taken)) if (this.filed.get(key) === before) this.filed.set(key, after);
      return;
    }
    for (const key of listOf(left)) this.remove(key, id);
    if (after) for (const key of listOf(taken)) this.add(key, id, after);
  }

  private add(key: string, id: string, record: R): void {
    const filed = this.filed.get(key);
    if (filed instanceof Several) filed.add(id);
    else if (filed === undefined || filed === record) this.filed.set(key, record);
    else this.filed.set(key, new Several(this.idOf(filed), id));
  }

  private remove(key: string, id: string): void {
    const filed = this.filed.get(key);
    if (filed === undefined) return;
    if (!(filed instanceof Several)) {
      if (this.idOf(filed) === id) this.filed.delete(key);
      return;
    }
    filed.delete(id);
    if (filed.ids.size > 1) return;
    const [last = ''] = filed.ids;
    const record = this.records.get(last);
    needs(record, `an index files ${last} under ${key}, and the table does not hold it`);
    this.filed.set(key, record);
  }
}

function listOf(keys: string | readonly string[] | undefined): readonly string[] {
  return typeof keys === 'string' ? [keys] : (keys ?? []);
}
