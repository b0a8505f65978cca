import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShorthand, ShorthandError, type ShorthandValue } from './shorthand';

const key = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_.#/:-]{0,8}$/);
const text = fc.string({ maxLength: 12 });

const value: fc.Arbitrary<ShorthandValue> = fc.letrec<{ value: ShorthandValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** Writes a value so that nothing in it is taken for syntax. */
function written(one: ShorthandValue): string {
  if (typeof one === 'string') return `"${one.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  if (Array.isArray(one)) return `[${one.map(written).join(',')}]`;
  return `{${Object.entries(one)
    .map(([name, item]) => `${name}=${written(item)}`)
    .join(',')}}`;
}

describe('shorthand', () => {
  it('gives back whatever was written in it', () => {
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 }), (values) => {
        const line = Object.entries(values)
          .map(([name, one]) => `${name}=${written(one)}`)
          .join(',');
        expect(parseShorthand(line)).toEqual({ ...values });
      }),
    );
  });

  it('either parses or says where it does not', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab=,[]{}"\'\\ \n'), maxLength: 20 }), (line) => {
        try {
          expect(typeof parseShorthand(line)).toBe('object');
        } catch (error) {
          expect(error).toBeInstanceOf(ShorthandError);
          expect((error as Error).message).toMatch(/\^/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes commas for a list where no key follows', () => {
    expect(parseShorthand('a=1,2,3,b=x,c=[p,q],d={e=f}')).toEqual({
      a: ['1', '2', '3'],
      b: 'x',
      c: ['p', 'q'],
      d: { e: 'f' },
    });
  });
});
