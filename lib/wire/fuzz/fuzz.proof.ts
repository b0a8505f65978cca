import { describe, expect, it } from 'vitest';
import { Sum } from './tally.testkit';
import { replayed, walk } from './walk.testkit';

/** `FUZZ_SEED=7 npx vitest run --project=proof lib/wire/fuzz` goes another way. */
const FIRST_SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);
const WORLDS = 50;
const REQUESTS = 2000;
/** A busy machine is no failure. */
const PATIENCE = { timeout: 600_000 };

describe('a hundred thousand requests, valid, malformed and random', () => {
  const sum = new Sum();

  it.each(Array.from({ length: WORLDS / 5 }, (_, i) => FIRST_SEED + 5 * i))(
    'crash nothing and change nothing when refused: ten thousand from the seed %i on',
    PATIENCE,
    (first) => {
      for (let seed = first; seed < first + 5; seed++) {
        const { ends, byOperation } = walk(seed, REQUESTS, seed % 5 === 0);
        expect([...ends.values()].reduce((all, count) => all + count, 0)).toBe(REQUESTS);
        sum.add(byOperation);
      }
    },
  );

  it('make every operation do what it is asked at least once; one that never does wants a template or a sequel', () => {
    process.stdout.write(`${sum.table()}\n`);
    expect(sum.neverReached()).toEqual([]);
  });

  it('come to the same world when they are sent again', PATIENCE, () => {
    for (let seed = FIRST_SEED + 1000; seed < FIRST_SEED + 1005; seed++) {
      const { cloud } = walk(seed, REQUESTS);
      expect([seed, replayed(cloud).world.hash()]).toEqual([seed, cloud.world.hash()]);
    }
  });
});
