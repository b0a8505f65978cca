import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, concatBytes, u32be, utf8ToBytes } from '../../base';
import { contextBytes, type EncryptionContext, withContext } from './context';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const context = fc.dictionary(text, text, { maxKeys: 12 });

/** The same in an obvious way. */
function plainly(pairs: EncryptionContext): string {
  const names = Object.keys(pairs).sort((a, b) => (a < b ? -1 : 1));
  const texts = names.flatMap((name) => [name, pairs[name] ?? '']).map((one) => utf8ToBytes(one));
  return bytesToHex(concatBytes(...texts.flatMap((bytes) => [u32be(bytes.length), bytes])));
}

describe('an encryption context as bytes', () => {
  it('is every name and value behind its length, in the order of the names', () => {
    fc.assert(
      fc.property(context, (pairs) => {
        expect(bytesToHex(contextBytes(pairs))).toBe(plainly(pairs));
      }),
    );
  });

  it('does not mind order, and tells an absent context from an empty one in nothing', () => {
    expect(contextBytes({ a: '1', b: '2' })).toEqual(contextBytes({ b: '2', a: '1' }));
    expect([contextBytes(undefined), contextBytes({})]).toEqual([new Uint8Array(0), new Uint8Array(0)]);
  });

  it('differs for any two contexts that differ, however they are cut', () => {
    fc.assert(
      fc.property(context, context, (one, two) => {
        expect(bytesToHex(contextBytes(one)) === bytesToHex(contextBytes(two))).toBe(
          plainly(one) === plainly(two),
        );
      }),
    );
    expect(contextBytes({ ab: 'c' })).not.toEqual(contextBytes({ a: 'bc' }));
    expect(contextBytes({ a: 'b', c: '' })).not.toEqual(contextBytes({ a: '', b: 'c' }));
  });

  it('leaves room in front, and takes any length', () => {
    const long = { a: 'x'.repeat(5000) };
    expect(withContext(long, 3).slice(3)).toEqual(contextBytes(long));
    expect(withContext(undefined, 3)).toHaveLength(3);
  });
});
