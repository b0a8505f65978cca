import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64';
import { utf8ToBytes } from './bytes';

// RFC 4648, section 10.
const RFC_4648 = [
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
] as const;

describe('base64', () => {
  it.each(RFC_4648)('writes %j as %j and reads it back', (text, encoded) => {
    expect(encodeBase64(utf8ToBytes(text))).toBe(encoded);
    expect(decodeBase64(encoded)).toEqual(utf8ToBytes(text));
  });

  it('agrees with the encoder of Node on every byte string', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(text)).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it.each([
    'Zg',
    'Zg=',
    'Z===',
    '====',
    '=',
    'Zg==Zg==',
    'Z=9v',
    'Zm 9',
    'Zm9v\n',
    'Zm-_',
    'Zmé=',
    'Zm9\u0161',
    'Zm=v',
  ])('refuses %j', (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });

  it('takes any spare bits before the padding', () => {
    expect(decodeBase64('Zh==')).toEqual(utf8ToBytes('f'));
    expect(decodeBase64('Zm9=')).toEqual(utf8ToBytes('fo'));
  });
});
