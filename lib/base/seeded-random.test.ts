import { blake3 } from '@noble/hashes/blake3.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from './bytes';
import { purposeOf, seededBytes, seededStream, uuidOf } from './seeded-random';

describe('seeded random', () => {
  it('gives the same bytes for the same seed and purpose, on every machine and for ever', () => {
    expect(bytesToHex(seededBytes('a seed', 'nonce/1', 16))).toBe('2d5d3300487694eae55c75139d40313d');
    expect(bytesToHex(seededBytes('a seed', 'nonce/2', 16))).toBe('2962ea1a5fed305bd36a0f4f962989bb');
    expect(bytesToHex(seededBytes('another seed', 'nonce/1', 16))).toBe('6e3392e9e32d8c7e494dd9026a410bc2');
  });

  it('is keyed BLAKE3, the short way and the long way alike', () => {
    const key = blake3(utf8ToBytes('s'), {
      context: utf8ToBytes('2026-11-22 seeded lab bytes, key of a seed'),
    });
    const purposes = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.string({ unit: fc.constantFrom('a', '\0', 'é'), maxLength: 80 }),
    );
    fc.assert(
      fc.property(purposes, fc.integer({ min: 1, max: 200 }), (purpose, length) => {
        const expected = blake3(new TextEncoder().encode(purpose), { key, dkLen: length });
        expect(seededBytes('s', purpose, length)).toEqual(new Uint8Array(expected));
      }),
      { numRuns: 150 },
    );
  });

  it('hands out bytes that nobody else can change', () => {
    const first = seededBytes('s', 'p', 8);
    const copy = first.slice();
    seededBytes('s', 'q', 64).fill(0);
    expect(first).toEqual(copy);
    first.fill(0);
    expect(seededBytes('s', 'p', 8)).toEqual(copy);
  });

  it('streams the bytes that it would give at once', () => {
    const stream = seededStream('s', 'p');
    const pieces = concatBytes(stream.next(3), stream.next(100), stream.next(1), stream.next(30));
    expect(pieces).toEqual(seededBytes('s', 'p', 134));
  });

  it('remembers no more seeds than it needs and forgets none of their bytes', () => {
    const before = seededBytes('seed 0', 'p', 8);
    for (let i = 1; i < 200; i++) seededBytes(`seed ${i}`, 'p', 8);
    expect(seededBytes('seed 0', 'p', 8)).toEqual(before);
  });

  it('makes one purpose of several parts without confusing two lists', () => {
    expect(purposeOf('nonce', 12)).toBe('/nonce/12');
    const part = fc.oneof(fc.string({ unit: fc.constantFrom('/', '~', '0', '1', 'a') }), fc.nat());
    const lists = fc.array(part, { maxLength: 4 });
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        const same = JSON.stringify(a.map(String)) === JSON.stringify(b.map(String));
        expect(purposeOf(...a) === purposeOf(...b)).toBe(same);
      }),
    );
  });

  it('formats a version 4 UUID', () => {
    expect(uuidOf(hexToBytes('00000000000000000000000000000000'))).toBe(
      '00000000-0000-4000-8000-000000000000',
    );
    expect(uuidOf(hexToBytes('ffffffffffffffffffffffffffffffff'))).toBe(
      'ffffffff-ffff-4fff-bfff-ffffffffffff',
    );
    expect(uuidOf(hexToBytes('0123456789abcdef0123456789abcdef'))).toBe(
      '01234567-89ab-4def-8123-456789abcdef',
    );
    expect(() => uuidOf(new Uint8Array(15))).toThrow('uuid: expected 16 bytes, found 15');
  });
});
