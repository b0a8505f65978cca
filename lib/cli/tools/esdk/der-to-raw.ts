import type { Bytes } from '../../../base';

/** r and s of a DER signature, each as long as the curve's order. */
export function derToRaw(der: Bytes, size: number): readonly [Bytes, Bytes] {
  const from = (der[1] as number) > 0x80 ? 3 : 2;
  const [r, next] = integer(der, from, size);
  const [s] = integer(der, next, size);
  return [r, s];
}

function integer(der: Bytes, at: number, size: number): readonly [Bytes, number] {
  const end = at + 2 + (der[at + 1] as number);
  const value = new Uint8Array(size);
  const digits = der.slice(at + 2, end);
  const significant = digits.slice(Math.max(0, digits.length - size));
  value.set(significant, size - significant.length);
  return [value, end];
}
