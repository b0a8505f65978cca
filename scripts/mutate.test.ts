import { describe, expect, it } from 'vitest';
import { percent, scoreOf } from './mutate.mjs';

const mutants = (...states: readonly string[]) => ({ mutants: states.map((status) => ({ status })) });

describe('the score of planted faults', () => {
  it('counts a fault without any test as a survivor, and leaves out what was not asked', () => {
    const files = {
      'a.ts': mutants('Killed', 'Survived', 'Ignored'),
      'b.ts': mutants('Timeout', 'NoCoverage'),
    };
    expect(scoreOf({ files })).toEqual({ killed: 2, survived: 2 });
    expect(percent({ killed: 2, survived: 2 })).toBe(50);
  });

  it('is full where there was nothing to find', () => {
    expect(percent(scoreOf({ files: {} }))).toBe(100);
  });
});
