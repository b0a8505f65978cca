import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableDefinition } from './table';
import { World } from './world';

interface Pot {
  readonly name: string;
  readonly grams: number;
  readonly boilsAtMs?: number | undefined;
}

const pots: TableDefinition<Pot> = {
  name: 'pots',
  id: (pot) => pot.name,
  indexes: { weight: (pot) => `${pot.grams}` },
  dueAtMs: (pot) => pot.boilsAtMs,
};

type Act =
  | { readonly kind: 'put'; readonly pot: Pot }
  | { readonly kind: 'delete' | 'refused'; readonly pot: Pot };

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('put', 'delete', 'refused'),
  pot: fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    grams: fc.integer({ min: 0, max: 2 }),
    boilsAtMs: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  }),
});

function kitchen(keepCommits?: number): World<string, string> {
  return new World<string, string>({ seed: 'kitchen', startMs: 1000, keepCommits });
}

function perform(world: World<string, string>, { kind, pot }: Act): void {
  const { changes } = world.collect(() => {
    if (kind === 'delete') world.delete(pots, pot.name);
    else world.put(pots, { ...pot });
  });
  if (kind === 'refused') world.undo(changes);
  world.commit({ request: kind, outcome: 'done', changes: kind === 'refused' ? [] : changes });
  world.setClock(world.nowMs + 1);
}

describe('a world', () => {
  it('is written to inside a transaction only', () => {
    expect(() => kitchen().put(pots, { name: 'a', grams: 1 })).toThrow('outside a transaction');
  });

  it('freezes what it is given', () => {
    const world = kitchen();
    world.collect(() => world.put(pots, { name: 'a', grams: 1 }));
    expect(Object.isFrozen(world.table(pots).get('a'))).toBe(true);
    expect(world.recordOf('pots', 'a')).toEqual({ name: 'a', grams: 1 });
    expect(world.recordOf('pans', 'a')).toBeUndefined();
  });

  it('knows one definition of a table', () => {
    const world = kitchen();
    world.table(pots);
    expect(() => world.table({ ...pots })).toThrow('two definitions of the table pots');
  });

  it('takes back a transaction that throws', () => {
    const world = kitchen();
    const before = world.hash();
    const broken = () =>
      world.collect(() => {
        world.put(pots, { name: 'a', grams: 1 });
        throw new Error('boiled over');
      });
    expect(broken).toThrow('boiled over');
    expect(world.hash()).toBe(before);
  });

  it('hashes records and clock alone: the way there does not show', () => {
    const [one, two] = [kitchen(), kitchen()];
    for (const name of ['a', 'b', 'c']) one.collect(() => one.put(pots, { name, grams: 1 }));
    for (const name of ['x', 'c', 'b', 'a']) two.collect(() => two.put(pots, { grams: 1, name }));
    expect(two.hash()).not.toBe(one.hash());
    two.collect(() => two.delete(pots, 'x'));
    expect(two.hash()).toBe(one.hash());
    two.setClock(1001);
    expect(two.hash()).not.toBe(one.hash());
  });
});

describe('undo, redo and time travel', () => {
  it('goes back to every commit with the hash the world had then', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const world = kitchen();
        const hashes = [world.hash()];
        for (const one of acts) {
          perform(world, one);
          hashes.push(world.hash());
        }
        for (let seq = acts.length; seq >= 0; seq--) {
          world.rewind(seq, 1000 + seq);
          expect(world.hash()).toBe(hashes[seq]);
        }
      }),
    );
  });

  it('visits the past and leaves the present as it was', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), fc.nat(), (acts, pick) => {
        const world = kitchen();
        const past = pick % acts.length;
        let then = world.hash();
        acts.forEach((one, i) => {
          if (i === past) then = world.hash();
          perform(world, one);
        });
        const [now, head] = [world.hash(), world.log.head];
        expect(world.at(past, 1000 + past, () => world.hash())).toBe(then);
        expect([world.hash(), world.log.head]).toEqual([now, head]);
      }),
    );
  });

  it('comes back from the past also when the visit fails', () => {
    const world = kitchen();
    perform(world, { kind: 'put', pot: { name: 'a', grams: 1 } });
    const now = world.hash();
    const visit = () =>
      world.at(0, 1000, () => {
        throw new Error('lost');
      });
    expect(visit).toThrow('lost');
    expect(world.hash()).toBe(now);
  });

  it('takes everything of a trial back, also what inner transactions kept, in any order', () => {
    fc.assert(
      fc.property(fc.array(act), fc.array(act), (before, during) => {
        const world = kitchen();
        for (const one of before) perform(world, one);
        const start = { hash: world.hash(), head: world.log.head };
        world.trial(() => {
          world.collect(() => {
            for (const { pot } of during) {
              world.put(pots, { ...pot });
              const inner = world.collect(() => world.put(pots, { ...pot, grams: 9 }));
              if (pot.grams === 0) world.undo(inner.changes);
            }
          });
        });
        expect({ hash: world.hash(), head: world.log.head }).toEqual(start);
      }),
    );
  });

  it('keeps whole work, and nothing of work that throws', () => {
    const world = kitchen();
    const put = (grams: number) => world.collect(() => world.put(pots, { name: 'a', grams }));
    expect(world.whole(() => put(1).value)).toEqual({ name: 'a', grams: 1 });
    const kept = world.hash();
    const broken = () =>
      world.whole(() => {
        put(2);
        world.trial(() => put(3));
        world.whole(() => put(4));
        throw new Error('boiled over');
      });
    expect(broken).toThrow('boiled over');
    expect(world.hash()).toBe(kept);
  });

  it('puts the clock back with the commit, and at the checkpoint to its moment', () => {
    const world = kitchen(10);
    for (let i = 0; i < 12; i++) perform(world, { kind: 'put', pot: { name: 'a', grams: i } });
    expect(world.log.checkpoint).toBe(2);
    world.rewind(5);
    expect(world.nowMs).toBe(1004);
    world.rewind(2);
    expect([world.nowMs, world.table(pots).get('a')?.grams]).toEqual([1001, 1]);
    expect(() => world.rewind(1)).toThrow('commit 1 is behind the checkpoint 2');
    const fresh = kitchen();
    perform(fresh, { kind: 'put', pot: { name: 'a', grams: 1 } });
    fresh.rewind(0);
    expect(fresh.nowMs).toBe(1000);
  });

  it('goes neither back nor forward to a commit that never was', () => {
    const world = kitchen();
    expect(() => world.rewind(1)).toThrow('commit 1 has not happened, the newest is 0');
    expect(() => world.at(1, 0, () => 0)).toThrow('commit 1 has not happened');
  });

  it('forks into a world that goes its own way', () => {
    fc.assert(
      fc.property(fc.array(act), fc.array(act, { minLength: 1 }), (shared, own) => {
        const world = kitchen();
        for (const one of shared) perform(world, one);
        const here = world.hash();
        const fork = world.fork();
        expect(fork.hash()).toBe(here);
        for (const one of own) perform(fork, one);
        expect([world.hash(), world.log.head]).toEqual([here, shared.length]);
        fork.rewind(0);
        world.rewind(0);
        expect(fork.hash()).toBe(world.hash());
      }),
    );
  });
});

describe('what comes due', () => {
  it('is found for every record that says so, soonest first, after any history', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 15 }), fc.nat(), (acts, pick) => {
        const world = kitchen();
        for (const one of acts) perform(world, one);
        if (acts.length > 0) world.rewind(pick % (acts.length + 1));
        const waiting = world
          .table(pots)
          .all()
          .flatMap((pot) => (pot.boilsAtMs === undefined ? [] : [pot]));
        const expected = waiting.map((pot) => `${pot.boilsAtMs} ${pot.name}`).sort();
        const found: string[] = [];
        for (let due = world.nextDue(100); due; due = world.nextDue(100)) {
          found.push(`${due.atMs} ${due.id}`);
          const pot = world.table(pots).get(due.id);
          world.collect(() => world.put(pots, { ...(pot as Pot), boilsAtMs: undefined }));
        }
        expect(found).toEqual(expected);
      }),
    );
  });

  it('waits until its moment', () => {
    const world = kitchen();
    world.collect(() => world.put(pots, { name: 'a', grams: 1, boilsAtMs: 1500 }));
    expect(world.nextDue(1499)).toBeUndefined();
    expect(world.nextDue(1500)).toEqual({ atMs: 1500, table: 'pots', id: 'a' });
  });
});
