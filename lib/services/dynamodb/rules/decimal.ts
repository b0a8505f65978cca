/** DynamoDB's numbers: up to 38 significant digits, kept as text and never as floating point. */
export interface Decimal {
  /** All digits as a whole number, without trailing zeros. */
  readonly digits: bigint;
  /** Power of ten of the last digit. */
  readonly exponent: number;
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
export const MOST_DIGITS = 38;

export function parseDecimal(text: string): Decimal | undefined {
  const match = NUMBER.exec(text);
  const [, sign = '', whole = '', fraction = '', power = '0'] = match ?? [];
  if (!match || whole + fraction === '') return undefined;
  return normal(BigInt(whole + fraction) * (sign === '-' ? -1n : 1n), Number(power) - fraction.length);
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const [left, right] = [scaled(a, exponent), scaled(b, exponent)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return normal(scaled(a, exponent) + scaled(b, exponent), exponent);
}

export function negated(a: Decimal): Decimal {
  return { ...a, digits: -a.digits };
}

export function significantDigits(decimal: Decimal): number {
  return absolute(decimal.digits).toString().length;
}

/** Plain notation, as DynamoDB answers: `1.50` comes back as `1.5`. */
export function decimalText({ digits, exponent }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const text = absolute(digits).toString();
  if (exponent >= 0) return `${sign}${text}${'0'.repeat(exponent)}`;
  const padded = text.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

function normal(digits: bigint, exponent: number): Decimal {
  if (digits === 0n) return { digits, exponent: 0 };
  let [rest, power] = [digits, exponent];
  while (rest % 10n === 0n) {
    rest /= 10n;
    power += 1;
  }
  return { digits: rest, exponent: power };
}

function scaled({ digits, exponent }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
