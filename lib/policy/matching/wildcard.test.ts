import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileStars,
  compileWildcard,
  fitsWildcard,
  matchRange,
  readLiteral,
  readWildcards,
} from './wildcard';

describe('compileWildcard', () => {
  it.each<[string, string[], string[]]>([
    ['', [''], ['a']],
    ['abc', ['abc'], ['ab', 'abcd', 'ABC', '']],
    ['*', ['', 'a', 'a:b'], []],
    ['**', ['', 'abc'], []],
    ['a*', ['a', 'abc'], ['', 'ba']],
    ['*c', ['c', 'abc'], ['', 'cb']],
    ['a*c', ['ac', 'abc', 'acbc'], ['a', 'c', 'acb']],
    ['a*b*c', ['abc', 'a1b2c', 'abbcc'], ['acb', 'ac', 'abcd']],
    ['a?c', ['abc', 'a*c'], ['ac', 'abbc', 'abd']],
    ['?', ['a'], ['', 'ab']],
    ['a?', ['ab'], ['a', 'abc']],
    ['*?', ['a', 'abc'], ['']],
    ['*a?', ['aab', 'ab'], ['a', 'ba']],
    ['a.c', ['a.c'], ['abc']],
    ['*ab', ['aab', 'ab', 'abab'], ['aba']],
  ])('%s', (pattern, matching, others) => {
    const test = compileWildcard(readWildcards(pattern));
    expect(matching.filter((subject) => !test(subject))).toEqual([]);
    expect(others.filter((subject) => test(subject))).toEqual([]);
  });

  it('compares literal tokens as they stand', () => {
    const test = compileWildcard(readLiteral('a*?'));
    expect([test('a*?'), test('abc')]).toEqual([true, false]);
  });

  it('agrees with the regular expression of the same pattern', () => {
    const text = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 });
    fc.assert(
      fc.property(text('ab*?'), text('ab'), (pattern, subject) => {
        const source = [...pattern].map((one) => (one === '*' ? '.*' : one === '?' ? '.' : one)).join('');
        const test = compileWildcard(readWildcards(pattern));
        expect(test(subject)).toBe(new RegExp(`^${source}$`).test(subject));
      }),
      { numRuns: 300 },
    );
  });

  it('stays quick on patterns that make a backtracking search explode', () => {
    const test = compileWildcard(readWildcards(`${'*a'.repeat(50)}b`));
    expect(test('a'.repeat(2000))).toBe(false);
  });
});

describe('compileStars', () => {
  it.each([
    ['arn:*:key/a', 'arn:aws:kms:key/a', true],
    ['arn:*:key/a', 'arn:aws:kms:key/b', false],
    ['a?c', 'a?c', true],
    ['a?c', 'abc', false],
    ['*', '', true],
    ['', '', true],
    ['**a', 'ba', true],
  ])('%s on %s: %s', (pattern, subject, expected) => {
    expect(compileStars(pattern)(subject)).toBe(expected);
  });

  it('stays quick however many stars there are', () => {
    expect(compileStars(`${'*a'.repeat(50)}b`)('a'.repeat(2000))).toBe(false);
  });
});

describe('fitsWildcard', () => {
  it('reads both wildcards and asks for the whole text', () => {
    expect([fitsWildcard('a?c*', 'abcd'), fitsWildcard('a?c', 'abcd')]).toEqual([true, false]);
  });
});

describe('matchRange', () => {
  it('looks at nothing outside its range', () => {
    expect(matchRange(readWildcards('b*'), 'abcd', 1, 3)).toBe(true);
    expect(matchRange(readWildcards('bc'), 'abcd', 1, 3)).toBe(true);
    expect(matchRange(readWildcards('bcd'), 'abcd', 1, 3)).toBe(false);
    expect(matchRange(readWildcards('abc'), 'abcd', 1, 3)).toBe(false);
  });
});
