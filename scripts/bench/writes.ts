import { microsecondsOf } from './measure';
import type { Growth } from './report';
import { benchCloud, call, createKeys } from './world';

const SIZES = [10, 1_000, 100_000] as const;

/** How long one write takes as the world grows. */
export function writeGrowth(): Growth[] {
  const micros = SIZES.map((size) => {
    const cloud = benchCloud();
    const keys = createKeys(cloud, size);
    let turn = 0;
    return microsecondsOf(() => {
      turn += 1;
      call(cloud, 'UpdateKeyDescription', { KeyId: keys[(turn * 7919) % size], Description: `turn ${turn}` });
    }, 2000);
  });
  const [first = Number.NaN] = micros;
  return SIZES.slice(1).map((to, i) => {
    const now = micros[i + 1] ?? Number.NaN;
    return {
      name: 'one write by keys',
      from: SIZES[0],
      to,
      ratio: now / first,
      unit: `times ${first.toFixed(1)} µs`,
    };
  });
}
