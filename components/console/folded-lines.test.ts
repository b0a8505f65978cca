import { describe, expect, it } from 'vitest';
import { foldLines, stretches } from './folded-lines';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`).join('\n');

describe('long output', () => {
  it('is folded when it is clearly longer than what is kept', () => {
    expect(foldLines(`${lines(16)}\n`, 12)).toEqual({ shown: lines(16), folded: 0 });
    expect(foldLines(lines(17), 12)).toEqual({ shown: lines(12), folded: 17 });
  });
});

describe('search in the console', () => {
  it('cuts the text where the words stand, whatever their case', () => {
    expect(stretches('Decrypt, then decrypt again', 'DECRYPT')).toEqual([
      { at: 0, text: 'Decrypt', hit: true },
      { at: 7, text: ', then ', hit: false },
      { at: 14, text: 'decrypt', hit: true },
      { at: 21, text: ' again', hit: false },
    ]);
    expect(stretches('nothing', '')).toEqual([{ at: 0, text: 'nothing', hit: false }]);
  });
});
