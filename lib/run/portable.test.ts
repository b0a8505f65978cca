import { describe, expect, it } from 'vitest';
import { problemSentence } from '../reading';
import { BOUNDS, readPortable } from './portable';

const CELL = { s: 'aws kms list-keys', h: '0123456789abcdef' };
const RUN = {
  kmsLabRun: 1,
  product: '0.1.0',
  scenario: 'sandbox',
  seed: 'seed-1',
  start: Date.UTC(2026, 10, 22),
  cells: [CELL],
  head: 0,
  state: 'a'.repeat(64),
};

function complaint(run: unknown): string {
  const read = readPortable('run file', typeof run === 'string' ? run : JSON.stringify(run));
  return read.ok ? 'opened' : problemSentence(read.problem);
}

describe('a run from a stranger', () => {
  it('opens when every part has its form', () => {
    expect(complaint(RUN)).toBe('opened');
    expect(complaint({ ...RUN, cells: [CELL, { ...CELL, o: 'g', a: 0, x: [2, RUN.start] }], head: 1 })).toBe(
      'opened',
    );
  });

  it.each([
    ['not JSON at all', '{', 'The run file cannot be read: expected JSON text, found text that is not JSON.'],
    ['a list', [], 'The run file cannot be read: expected a run and nothing beside it, found a list of 0.'],
    [
      'another version',
      { ...RUN, kmsLabRun: 2 },
      'The run file, kmsLabRun cannot be read: expected version 1, found 2.',
    ],
    [
      'a member too many',
      { ...RUN, extra: 1 },
      'The run file cannot be read: expected known members only, found extra.',
    ],
    [
      'a scenario that is a path',
      { ...RUN, scenario: '../x' },
      'The run file, scenario cannot be read: expected the id of a scenario, found "../x".',
    ],
    [
      'a source that is a number',
      { ...RUN, cells: [CELL, { ...CELL, s: 7 }] },
      'The run file, cells, 2, s cannot be read: expected source text, found 7.',
    ],
    [
      'a hash in capitals',
      { ...RUN, cells: [{ ...CELL, h: 'ABCDEF0123456789' }] },
      'The run file, cells, 1, h cannot be read: expected 16 hex digits, found "ABCDEF0123456789".',
    ],
    [
      'a clock beyond reason',
      { ...RUN, start: 9e15 },
      'The run file, start cannot be read: expected a moment before the year 2200, found 9000000000000000.',
    ],
    [
      'a cell that follows itself',
      { ...RUN, cells: [{ ...CELL, a: 0 }] },
      'The run file, cells, 1, a cannot be read: expected the index of an earlier cell, found 0.',
    ],
    [
      'a last cell that is not there',
      { ...RUN, head: 5 },
      'The run file, head cannot be read: expected the index of one of 1 cells, found 5.',
    ],
  ])('is refused for %s, and told where', (_, run, sentence) => {
    expect(complaint(run)).toBe(sentence);
  });

  it('is refused when it is larger than a run can be', () => {
    const long = 'x'.repeat(BOUNDS.sourceLength + 1);
    expect(complaint({ ...RUN, cells: [{ ...CELL, s: long }] })).toMatch(
      /^The run file, cells, 1, s cannot be read: expected source text of at most 100,000 characters, found "x+\.\.\." \(100,001 characters\)\.$/,
    );
    expect(complaint({ ...RUN, cells: Array.from({ length: BOUNDS.cells + 1 }, () => CELL) })).toBe(
      'The run file, cells cannot be read: expected at most 5,000 cells, found a list of 5,001.',
    );
    expect(complaint(' '.repeat(BOUNDS.textLength + 1))).toBe(
      'The run file cannot be read: expected at most 8,000,000 characters, found 8,000,001 characters.',
    );
  });

  it('carries no name that would reach into an object', () => {
    const read = readPortable(
      'run file',
      JSON.stringify(RUN).replace('"cells"', '"answers":{"__proto__":"x"},"cells"'),
    );
    expect(read.ok ? Object.getPrototypeOf(read.value.answers) : null).toBe(
      read.ok ? Object.prototype : null,
    );
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
