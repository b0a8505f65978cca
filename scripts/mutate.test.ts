import { describe, expect, it } from 'vitest';
import { percent, placesFor, reportName, scoreOf } from './mutate.mjs';

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

describe('where faults are planted', () => {
  const folders = ['condition', 'decision', 'document', 'lint', 'matching'];

  it('is every folder of the product unless some are named', () => {
    expect(placesFor([])).toEqual(folders);
    expect(placesFor(['lint', 'decision/decide.ts'])).toEqual(['lint', 'decision/decide.ts']);
  });

  it.each(['oracle', 'nothing', 'decision/nothing.ts', 'index.ts', '../kms'])('is never %s', (place) => {
    expect(() => placesFor([place])).toThrow(
      `npm run mutate needs a folder of lib/policy (${folders.join(', ')}) or a source file such as decision/decide.ts; found "${place}".`,
    );
  });

  it('names the report', () => {
    expect(['lint', 'document/json-positions.ts'].map(reportName)).toEqual([
      'lint',
      'document-json-positions',
    ]);
  });
});
