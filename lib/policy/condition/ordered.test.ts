import { describe, expect, it } from 'vitest';
import { parseOperator } from './operators';

function meet(name: string, fixed: string, moves: 'limit' | 'subject', holds: boolean): string | undefined {
  const definition = parseOperator(name)?.definition;
  return definition?.reads === 'text' ? definition.meet?.(fixed, moves, holds) : undefined;
}

const LIMITS = ['LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];

describe('an operator that sets a limit (fact: authorization 6)', () => {
  it('says which limit the subject keeps, and which it does not', () => {
    const limits = LIMITS.map((name) =>
      [true, false].map((holds) => meet(`Numeric${name}`, '30', 'limit', holds)),
    );
    expect(limits).toEqual([
      ['31', '30'],
      ['30', '29'],
      ['29', '30'],
      ['30', '31'],
    ]);
  });

  it('says which subject keeps the limit, and which does not', () => {
    const subjects = LIMITS.map((name) =>
      [true, false].map((holds) => meet(`Numeric${name}`, '30', 'subject', holds)),
    );
    expect(subjects).toEqual([
      ['29', '30'],
      ['30', '31'],
      ['31', '30'],
      ['30', '29'],
    ]);
  });

  it('names whole numbers and midnights', () => {
    const noon = '2026-11-22T12:00:00Z';
    expect([
      meet('NumericLessThan', '7.5', 'limit', true),
      meet('NumericGreaterThan', '7.5', 'limit', true),
      meet('DateLessThan', noon, 'limit', true),
      meet('DateLessThanEquals', noon, 'limit', true),
      meet('DateGreaterThan', noon, 'limit', true),
      meet('DateLessThan', '2026-11-22', 'limit', true),
      meet('DateGreaterThan', '2026-11-22', 'limit', true),
    ]).toEqual([
      '8',
      '7',
      '2026-11-23T00:00:00Z',
      '2026-11-23T00:00:00Z',
      '2026-11-22T00:00:00Z',
      '2026-11-23T00:00:00Z',
      '2026-11-21T00:00:00Z',
    ]);
  });

  it('says nothing of what cannot be read or written, and operators of equality set no limit', () => {
    expect([
      meet('NumericLessThan', 'many', 'limit', true),
      meet('DateLessThan', 'soon', 'limit', true),
      meet('DateLessThan', '99999999999999', 'limit', true),
      meet('DateLessThan', '9999-12-31', 'limit', true),
      meet('NumericEquals', '7', 'limit', true),
      meet('DateNotEquals', '2026-11-22', 'limit', true),
      meet('StringEquals', 'a', 'limit', true),
    ]).toEqual(Array(7).fill(undefined));
  });

  it('holds, or does not, with what it names', () => {
    for (const name of LIMITS.flatMap((limit) => [`Numeric${limit}`, `Date${limit}`])) {
      const definition = parseOperator(name)?.definition;
      if (definition?.reads !== 'text') throw new Error(`${name} reads texts`);
      for (const fixed of name.startsWith('Date')
        ? ['2026-11-22T10:00:00Z', '2026-11-22']
        : ['0', '7.5', '-30']) {
        for (const holds of [true, false]) {
          const limit = definition.meet?.(fixed, 'limit', holds) ?? '';
          const subject = definition.meet?.(fixed, 'subject', holds) ?? '';
          const found = [definition.prepare(limit)?.(fixed), definition.prepare(fixed)?.(subject)];
          expect([name, fixed, ...found]).toEqual([name, fixed, holds, holds]);
        }
      }
    }
  });
});
