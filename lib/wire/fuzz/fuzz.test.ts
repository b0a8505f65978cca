import { describe, expect, it } from 'vitest';
import { replayed, walk } from './walk.testkit';

/** Seeds that once showed a mistake stay here. */
const SEEDS = [1, 2];

describe('whatever is sent to the endpoint', () => {
  it.each(SEEDS)('is answered, and changes nothing when refused, from the seed %i', (seed) => {
    const { ends } = walk(seed, 400);
    expect(ends.get('ok')).toBeGreaterThan(20);
  });

  it('comes to the same world when it is sent again, request-rate quotas included', () => {
    for (const quotas of [false, true]) {
      const { cloud } = walk(7, 200, quotas);
      const again = replayed(cloud);
      expect([again.world.log.head, again.world.hash()]).toEqual([cloud.world.log.head, cloud.world.hash()]);
    }
  });
});
