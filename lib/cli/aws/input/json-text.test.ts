import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../output/json';
import { JsonTextError, parseJsonText } from './json-text';

describe('JSON on the command line', () => {
  it('is read as any other parser reads it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(plain(parseJsonText(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is written so that it reads the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(plain(parseJsonText(jsonText(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('that does not parse is refused where no parser takes it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'{}[]:,"\\ntrue10.e- \n'), maxLength: 12 });
    fc.assert(
      fc.property(text, (candidate) => {
        const strict = tried(() => JSON.parse(candidate));
        const own = tried(() => parseJsonText(candidate));
        expect(own).toBe(strict);
      }),
      { numRuns: 600 },
    );
  });

  it('says what is wrong and where, counting lines and columns from one', () => {
    const faults = [
      '',
      '{',
      '{"a" 1}',
      '{"a":1,}',
      '[1 2]',
      '"ab',
      '{"a":\n  tru}',
      '"\\q"',
      '[1]\n]',
      '"a\tb"',
    ].map((text) => {
      try {
        return parseJsonText(text);
      } catch (error) {
        return (error as JsonTextError).message;
      }
    });
    expect(faults).toEqual([
      'Expecting value: line 1 column 1 (char 0)',
      'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)',
      "Expecting ':' delimiter: line 1 column 6 (char 5)",
      'Expecting property name enclosed in double quotes: line 1 column 8 (char 7)',
      "Expecting ',' delimiter: line 1 column 4 (char 3)",
      'Unterminated string starting at: line 1 column 1 (char 0)',
      'Expecting value: line 2 column 3 (char 8)',
      'Invalid \\escape: line 1 column 2 (char 1)',
      'Extra data: line 2 column 1 (char 4)',
      'Invalid control character at: line 1 column 3 (char 2)',
    ]);
  });
});

/** Numbers that know they are fractions as plain ones. */
function plain(value: unknown): unknown {
  if (value instanceof Number) return value.valueOf();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

function tried(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch (error) {
    expect(error instanceof JsonTextError || error instanceof SyntaxError).toBe(true);
    return false;
  }
}
