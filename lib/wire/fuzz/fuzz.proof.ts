import { describe, expect, it } from 'vitest';
import { replayed, walk } from './walk.testkit';

/** `FUZZ_SEED=7 npx vitest run --project=proof lib/wire/fuzz` goes another way. */
const FIRST_SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);
const WORLDS = 50;
const REQUESTS = 2000;

describe('a hundred thousand requests, valid, malformed and random', () => {
  it(`crash nothing and change nothing when refused, from the seed ${FIRST_SEED} on`, () => {
    process.stdout.write(`fuzzing ${WORLDS * REQUESTS} requests from the seed ${FIRST_SEED} on\n`);
    const succeeded = new Set<string>();
    let done = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
      const { ends, succeeded: here } = walk(seed, REQUESTS, seed % 5 === 0);
      for (const count of ends.values()) done += count;
      for (const name of here) succeeded.add(name);
    }
    expect(done).toBe(WORLDS * REQUESTS);
    expect(succeeded.size).toBeGreaterThan(100);
  });

  it('come to the same world when they are sent again', () => {
    for (let seed = FIRST_SEED + 1000; seed < FIRST_SEED + 1005; seed++) {
      const { cloud } = walk(seed, REQUESTS);
      expect([seed, replayed(cloud).world.hash()]).toEqual([seed, cloud.world.hash()]);
    }
  });
});
