import type { AwsWorld } from '../../../aws';
import type { TableDefinition } from '../../../world';

/** A record an answer was made of. */
interface Read {
  readonly table: TableDefinition<never>;
  readonly id: string;
  readonly record: object | undefined;
}

/** Looks records up and remembers which, so that the answer can be checked later. */
export interface Reader {
  get<R extends object>(table: TableDefinition<R>, id: string): R | undefined;
}

/**
 * A function of one record and those it leads to, computed again only when one of them was replaced. Records
 * are frozen, so an answer whose records are still in place is still right, in whatever moment of the world.
 */
export function memoised<K extends object, V>(
  compute: (key: K, reader: Reader) => V,
): (world: AwsWorld, key: K) => V {
  const known = new WeakMap<K, { readonly reads: readonly Read[]; readonly value: V }>();
  return (world, key) => {
    const entry = known.get(key);
    if (entry && isCurrent(world, entry.reads)) return entry.value;
    const reads: Read[] = [];
    const reader: Reader = {
      get: (table, id) => {
        const record = world.table(table).get(id);
        reads.push({ table: table as unknown as TableDefinition<never>, id, record });
        return record;
      },
    };
    const value = compute(key, reader);
    known.set(key, { reads, value });
    return value;
  };
}

function isCurrent(world: AwsWorld, reads: readonly Read[]): boolean {
  for (let i = 0; i < reads.length; i++) {
    const { table, id, record } = reads[i] as Read;
    if (world.table(table).get(id) !== record) return false;
  }
  return true;
}
