import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalText,
  parseDecimal,
  significantDigits,
} from './decimal';

const decimal = (text: string): Decimal => {
  const parsed = parseDecimal(text);
  if (!parsed) throw new Error(`no number: ${text}`);
  return parsed;
};

describe('numbers', () => {
  it.each([
    ['1.50', '1.5'],
    ['-0.0', '0'],
    ['1e3', '1000'],
    ['12.5E-3', '0.0125'],
    ['.5', '0.5'],
    ['00012345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
  ])('%s is kept as %s', (text, plain) => {
    expect(decimalText(decimal(text))).toBe(plain);
  });

  it.each(['', '.', 'ten', '1e', '0x10', '1 2', 'NaN'])('%j is none', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it('add up and compare as whole numbers of the smaller unit do', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const text = (n: number) => `${n}e-2`;
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [left, right] = [decimal(text(a)), decimal(text(b))];
        expect(decimalText(addDecimals(left, right))).toBe(decimalText(decimal(text(a + b))));
        expect(compareDecimals(left, right)).toBe(Math.sign(a - b) || 0);
      }),
    );
  });

  it('count their significant digits without the zeros around them', () => {
    expect(['0.00120', '-1200', '1.0203'].map((text) => significantDigits(decimal(text)))).toEqual([2, 2, 5]);
  });
});
