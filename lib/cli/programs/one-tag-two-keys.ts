import type { Bytes } from '../../base';

const BITS = 128;

/**
 * A block of 16 bytes with which two tags become one. An AES-GCM tag is a sum of what it is computed over, so the
 * difference of two tags is a linear function of the block's bits: 128 equations in 128 unknowns.
 *
 * @param tagsWith both tags over what holds this block
 * @returns undefined where the equations have no solution
 */
export function blockForBoth(tagsWith: (block: Bytes) => readonly [Bytes, Bytes]): Bytes | undefined {
  const difference = (block: Bytes) => {
    const [one, other] = tagsWith(block);
    return asNumber(one) ^ asNumber(other);
  };
  const offset = difference(new Uint8Array(16));
  const columns = Array.from({ length: BITS }, (_, bit) => difference(unit(bit)) ^ offset);
  const chosen = combination(columns, offset);
  return chosen === undefined ? undefined : fromBits(chosen);
}

/** Which of the columns add up to the wanted one, a bit for each; undefined where none do. */
function combination(columns: readonly bigint[], wanted: bigint): bigint | undefined {
  const basis = new Map<number, { value: bigint; of: bigint }>();
  const reduce = (value: bigint, of: bigint) => {
    let [rest, parts] = [value, of];
    while (rest !== 0n) {
      const held = basis.get(highest(rest));
      if (!held) break;
      rest ^= held.value;
      parts ^= held.of;
    }
    return { value: rest, of: parts };
  };
  columns.forEach((column, bit) => {
    const left = reduce(column, 1n << BigInt(bit));
    if (left.value !== 0n) basis.set(highest(left.value), left);
  });
  const left = reduce(wanted, 0n);
  return left.value === 0n ? left.of : undefined;
}

function highest(value: bigint): number {
  return value.toString(2).length - 1;
}

function asNumber(bytes: Bytes): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function unit(bit: number): Bytes {
  const block = new Uint8Array(16);
  block[bit >> 3] = 1 << (bit & 7);
  return block;
}

function fromBits(bits: bigint): Bytes {
  const block = new Uint8Array(16);
  for (let bit = 0; bit < BITS; bit++) {
    if ((bits >> BigInt(bit)) & 1n) block[bit >> 3] = (block[bit >> 3] as number) | (1 << (bit & 7));
  }
  return block;
}
