import type { AwsWorld } from '../aws';
import { byCodeUnit, canonicalText } from '../base';
import type { Change } from '../world';

/** What is different about one record between two moments; `before` is that of the first one named. */
export type Difference = Change;

/**
 * Records that differ between the worlds after commits `from` and `to`, by table and id. What came and
 * went in between, or changed and changed back, is no difference.
 */
export function differences(world: AwsWorld, from: number, to: number): readonly Difference[] {
  const [early, late] = from <= to ? [from, to] : [to, from];
  const found = new Map<string, Change>();
  for (const commit of world.log.since(early)) {
    if (commit.seq > late) break;
    for (const { table, id, before, after } of commit.changes) {
      const key = `${table}\n${id}`;
      const first = found.get(key);
      found.set(key, { table, id, before: first ? first.before : before, after });
    }
  }
  const changed = [...found.values()].filter(({ before, after }) => !isSame(before, after));
  changed.sort((a, b) => byCodeUnit(a.table, b.table) || byCodeUnit(a.id, b.id));
  return from <= to ? changed : changed.map(turned);
}

function isSame(before: object | undefined, after: object | undefined): boolean {
  return before === after || canonicalText(before) === canonicalText(after);
}

function turned({ table, id, before, after }: Change): Difference {
  return { table, id, before: after, after: before };
}
