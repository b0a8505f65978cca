import { describe, expect, it } from 'vitest';
import { problemSentence } from '../reading';
import { definedTwice, isStale, readFacts } from './facts';

const FACT = '- { id: a-fact, text: So it is., source: A page, see: x 1, checked: 2026-11-22 }';

describe('a fact', () => {
  it('is a sentence with its source and the day it was checked', () => {
    expect(readFacts(FACT)).toEqual({
      ok: true,
      value: [{ id: 'a-fact', text: 'So it is.', source: 'A page', see: 'x 1', checked: '2026-11-22' }],
    });
  });

  it('without a day is refused', () => {
    const read = readFacts(FACT.replace('2026-11-22', 'lately'));
    expect(!read.ok && problemSentence(read.problem)).toBe(
      'The facts, 1, checked cannot be read: expected a day such as 2026-11-22, found "lately".',
    );
  });

  it('grows old after 180 days', () => {
    const fact = { id: 'a', text: 'a', source: 'a', see: 'a', checked: '2026-11-22' };
    expect(isStale(fact, Date.UTC(2027, 4, 21))).toBe(false);
    expect(isStale(fact, Date.UTC(2027, 4, 22))).toBe(true);
  });

  it('is defined once, among all files', () => {
    const fact = (id: string) => ({ id, text: 'a', source: 'a', see: 'a', checked: '2026-11-22' });
    const one = { path: 'content/facts/one.yaml', value: [fact('a'), fact('b')] };
    expect(definedTwice([one, { path: 'content/facts/two.yaml', value: [fact('c')] }])).toEqual([]);
    expect(
      definedTwice([one, { path: 'content/facts/two.yaml', value: [fact('b'), fact('c'), fact('c')] }]),
    ).toEqual([
      'content/facts/two.yaml: expected an id of its own, found b, a fact of content/facts/one.yaml.',
      'content/facts/two.yaml: expected an id of its own, found c, a fact of content/facts/two.yaml.',
    ]);
  });
});
