import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, hexToBytes } from '../base';
import {
  contextTag,
  type DerElement,
  der,
  derBitString,
  derInteger,
  derNull,
  derOctetString,
  derOid,
  derSequence,
  readBitString,
  readDer,
  readInteger,
  readOid,
  readSequence,
  readSingle,
  TAG,
} from './der';

const first = (bytes: Uint8Array): DerElement | undefined => readDer(bytes)?.[0];
const firstOf = (hex: string) => first(hexToBytes(hex));

describe('DER', () => {
  it('writes what X.690 writes', () => {
    const written = [
      derInteger(0),
      derInteger(127),
      derInteger(128),
      derInteger(0x0123456789n),
      derOid('1.2.840.113549.1.1.1'),
      derOid('2.16.840.1.101.3.4.2.1'),
      derNull(),
      derBitString(Uint8Array.of(1, 2)),
      derSequence(derNull(), derOctetString(Uint8Array.of(5))),
      der(contextTag(1, 'constructed'), derNull()),
      der(contextTag(0, 'primitive')),
    ].map(bytesToHex);
    expect(written).toEqual([
      '020100',
      '02017f',
      '02020080',
      '02050123456789',
      '06092a864886f70d010101',
      '0609608648016503040201',
      '0500',
      '0303000102',
      '30050500040105',
      'a1020500',
      '8000',
    ]);
    expect(bytesToHex(derOctetString(new Uint8Array(200))).slice(0, 6)).toBe('0481c8');
    expect(bytesToHex(derOctetString(new Uint8Array(1000))).slice(0, 8)).toBe('048203e8');
    expect(() => derInteger(-1)).toThrow('DER integer: expected 0 or more, found -1');
  });

  it('reads back every number, identifier and string', () => {
    const arcs = fc.tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 39 }),
      fc.array(fc.nat()),
    );
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1n << 3000n }),
        arcs,
        fc.uint8Array(),
        (value, [a, b, rest], bytes) => {
          const oid = [a, b, ...rest].join('.');
          const elements = readSequence(derSequence(derInteger(value), derOid(oid), derBitString(bytes)));
          expect(readInteger(elements?.[0])).toBe(value);
          expect(readOid(elements?.[1])).toBe(oid);
          expect(readBitString(elements?.[2])).toEqual(new Uint8Array(bytes));
        },
      ),
    );
  });

  it.each([
    ['nothing after the tag', '30'],
    ['a length beyond the end', '30030201'],
    ['an indefinite length', '30800201000000'],
    ['a length in two bytes where one would do', '30810302010a'],
    ['a length with a leading zero', `0483000080${'00'.repeat(128)}`],
    ['a length of five bytes', '30850000000003020100'],
    ['a tag of several bytes', '1f810100'],
  ])('refuses %s', (_what, hex) => {
    expect(readDer(hexToBytes(hex))).toBeUndefined();
  });

  it('takes a whole element and nothing behind it where one is asked for', () => {
    expect(readSingle(hexToBytes('04010a'), TAG.octetString)).toEqual(Uint8Array.of(10));
    expect(readSingle(hexToBytes('04010a00'), TAG.octetString)).toBeUndefined();
    expect(readSingle(hexToBytes('04010a04010b'), TAG.octetString)).toBeUndefined();
    expect(readSingle(hexToBytes('04010a'), TAG.bitString)).toBeUndefined();
    expect(readSequence(hexToBytes('3103020100'))).toBeUndefined();
  });

  it('refuses numbers that are negative, empty or padded', () => {
    expect(['0200', '020180', '0202007f', '02020000'].map((hex) => readInteger(firstOf(hex)))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(readInteger(firstOf('02020080'))).toBe(128n);
    expect(readInteger(undefined)).toBeUndefined();
  });

  it('refuses identifiers that are empty, cut off, padded or too long, and bit strings with odd bits', () => {
    expect(
      ['0600', '06022a86', '06032a8001', '06062a8fffffffff7f'.slice(0, 16)].map((hex) =>
        readOid(firstOf(hex)),
      ),
    ).toEqual([undefined, undefined, undefined, undefined]);
    expect(readOid(firstOf('06082a90808080000000'))).toBeUndefined();
    expect(readBitString(firstOf('03020480'))).toBeUndefined();
    expect(readBitString(firstOf('0300'))).toBeUndefined();
  });

  it('never throws on arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        for (const element of readDer(bytes) ?? []) {
          readInteger(element);
          readOid(element);
          readBitString(element);
        }
      }),
    );
  });
});
