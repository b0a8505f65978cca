import { describe, expect, it } from 'vitest';
import { cellWords } from './cell-words';
import { movedInGrid } from './grid-keys';

describe('the table of who can', () => {
  it('is walked by arrows and stops at its edges', () => {
    const from = { row: 1, column: 1 };
    const moved = (key: string, isControl = false) => movedInGrid(key, isControl, from, 3, 4);
    expect([
      moved('ArrowUp'),
      moved('PageDown'),
      moved('End'),
      moved('Home', true),
      moved('a'),
      movedInGrid('ArrowLeft', false, { row: 0, column: 0 }, 3, 4),
    ]).toEqual([
      { row: 0, column: 1 },
      { row: 2, column: 1 },
      { row: 1, column: 3 },
      { row: 0, column: 0 },
      undefined,
      { row: 0, column: 0 },
    ]);
  });

  it('reads a cell out, with what it was', () => {
    const cell = { operation: 'Decrypt', verdict: 'allowed', because: 'key policy', depends: [] } as const;
    expect([cellWords(cell), cellWords({ ...cell, before: 'refused' })]).toEqual([
      'allowed, key policy',
      'allowed, key policy, was refused',
    ]);
  });
});
