import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileArnPattern } from './arn-pattern';
import { matchRange, readWildcards } from './wildcard';

const box = 'arn:aws:vault:eu-west-1:111111111111:box/b-1';

describe('compileArnPattern (fact: authorization 4, 6: part by part)', () => {
  it.each<[string, boolean]>([
    [box, true],
    [`${box}2`, false],
    ['arn:aws:vault:eu-west-1:111111111111:BOX/b-1', false],
    ['*', true],
    ['arn:*', true],
    ['arn:aws:vault:*', true],
    ['arn:aws:vau*', true],
    ['arn:aws:store:*', false],
    ['arn:aws:vault:eu-west-1:111111111111:box/*', true],
    ['arn:aws:vault:eu-west-1:111111111111:box/b-?', true],
    ['arn:aws:vault:eu-west-1:111111111111:b*', true],
    ['arn:aws:vault:eu-west-1:111111111111:*', true],
    ['arn:aws:vault:eu-west-1:*', true],
    ['arn:aws:vault:*:111111111111:box/*', true],
    ['arn:aws:vault:*:222222222222:box/*', false],
    ['arn:aws:vault:eu-*:111111111111:box/b-1', true],
    ['arn:aws:vault:us-*:111111111111:box/b-1', false],
    ['arn:aws:vault:eu-west-?:*:box/b-1', true],
    ['arn:*:vault:*:*:box/b-1', true],
    ['arn:*:vault:*:*:box/b-2', false],
    ['arn:aws:vault:**:111111111111:box/b-1', true],
    // A wildcard inside a part does not reach over its colons.
    ['arn:aws:vault:eu*box/b-1', false],
    ['arn:aws:*:box/b-1', false],
    ['arn:aws:vault:*:box/b-1', false],
    ['arn:aws:v*:111111111111:box/*:x', false],
    // Nor does a part with a fixed text match a longer one.
    ['arn:aws:vault:eu-west:*:box/b-1', false],
    ['arn:aws:vaul:*:*:box/b-1', false],
    ['arn:aws:vault:eu-west-1:1*:ox/b-1', false],
    ['arn:aws:*:eu-west-1:111:*', false],
  ])('%s: %s', (pattern, expected) => {
    expect(compileArnPattern(readWildcards(pattern))(box)).toBe(expected);
  });

  it('gives the colons behind the fifth to the last part', () => {
    const test = compileArnPattern(readWildcards('arn:aws:logs:*:*:group:*:stream'));
    expect(test('arn:aws:logs:r:1:group:a:b:stream')).toBe(true);
    expect(test('arn:aws:logs:r:1:group:a')).toBe(false);
    expect(test('arn:aws:logs:r')).toBe(false);
    const last = compileArnPattern(readWildcards('arn:*:logs:*:*:g*p:x'));
    expect(last('arn:aws:logs:r:1:group:a:p:x')).toBe(true);
  });

  it('does not match a text with fewer parts', () => {
    expect(compileArnPattern(readWildcards('arn:*:vault:*:*:*'))('arn:aws:vault:r')).toBe(false);
    expect(compileArnPattern(readWildcards('arn:*:va*'))('arn:aws')).toBe(false);
    expect(compileArnPattern(readWildcards('arn:aws'))('arn:aws')).toBe(false);
  });

  it('matches no resource but `*` where the action has none', () => {
    const patterns = ['*', 'arn:aws:vault:*:*:*', 'arn:aws:vault:*'];
    expect(patterns.map((pattern) => compileArnPattern(readWildcards(pattern))('*'))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('agrees with matching six parts one after the other', () => {
    const part = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 3 });
    const six = (letters: string) => fc.array(part(letters), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(six('ab*?'), six('ab'), (patterns, parts) => {
        const expected = patterns.every((one, i) => {
          const subject = parts[i] ?? '';
          return matchRange(readWildcards(one), subject, 0, subject.length);
        });
        expect(compileArnPattern(readWildcards(patterns.join(':')))(parts.join(':'))).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});
