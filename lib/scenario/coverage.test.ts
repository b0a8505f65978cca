import { describe, expect, it } from 'vitest';
import { coverageOf, readCoverage } from './coverage';

const read = readCoverage(
  '[{ family: C, title: Concepts, items: 12 }, { family: F, title: Failures, items: 3 }]',
);
const families = read.ok ? read.value : [];

describe('coverage', () => {
  it('counts each id once and names those of no family', () => {
    const { families: counted, strange } = coverageOf(families, [
      'C-012',
      'C-001',
      'C-001',
      'C-013',
      'Z-001',
      'F-000',
    ]);
    expect(counted.map(({ family, covered }) => [family, covered])).toEqual([
      ['C', ['C-001', 'C-012']],
      ['F', []],
    ]);
    expect(strange).toEqual(['C-013', 'F-000', 'Z-001']);
  });

  it('names what is left out of another family, or taught all the same', () => {
    const without = { 'C-001': 'Old.', 'C-002': 'Not ours.', 'F-001': 'Elsewhere.' };
    const [concepts] = families.map((family) => ({ ...family, without }));
    expect(coverageOf(concepts ? [concepts] : [], ['C-001']).strange).toEqual(['C-001', 'F-001']);
  });
});
