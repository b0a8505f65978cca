import { cbc, ctr } from '@noble/ciphers/aes.js';
import { type Bytes, bytesToHex, concatBytes } from '../../../base';
import { aesKwpUnwrap, aesKwpWrap } from '../../../crypto';
import { notInTheLab, OpensslFailure, queued } from './failure';

/** What came out, and the lines of the error if it went wrong after that. */
export interface Ciphered {
  readonly output: Bytes;
  readonly error?: readonly string[];
}

export interface Cipher {
  /** As a prompt shows it. */
  readonly shown: string;
  readonly keyLength: number;
  readonly ivLength: number;
  encrypt(key: Bytes, iv: Bytes, message: Bytes): Ciphered;
  decrypt(key: Bytes, iv: Bytes, message: Bytes): Ciphered;
}

const BLOCK = 16;

function cbcOf(bits: number): Cipher {
  return {
    shown: `AES-${bits}-CBC`,
    keyLength: bits / 8,
    ivLength: BLOCK,
    encrypt: (key, iv, message) => ({ output: cbc(key, iv).encrypt(message) }),
    decrypt: (key, iv, message) => {
      const whole = message.length - (message.length % BLOCK);
      const isWhole = whole === message.length && whole > 0;
      const plain = cbc(key, iv, { disablePadding: true }).decrypt(message.slice(0, whole));
      const count = plain.at(-1) ?? 0;
      const isPadded = count > 0 && count <= BLOCK && plain.slice(-count).every((byte) => byte === count);
      if (isWhole && isPadded) return { output: plain.slice(0, -count) };
      // The block before the end has gone out already when the last one turns out wrong.
      return { output: plain.slice(0, Math.max(0, whole - BLOCK)), error: badDecrypt(isWhole) };
    },
  };
}

function badDecrypt(isWhole: boolean): readonly string[] {
  const sources = '../providers/implementations/ciphers/ciphercommon';
  const line = isWhole
    ? queued('1C800064', 'Provider routines:ossl_cipher_unpadblock', 'bad decrypt', `${sources}_block.c:124`)
    : queued(
        '1C80006B',
        'Provider routines:ossl_cipher_generic_block_final',
        'wrong final block length',
        `${sources}.c:440`,
      );
  return ['bad decrypt', line];
}

function ctrOf(bits: number): Cipher {
  const run = (key: Bytes, iv: Bytes, message: Bytes) => ({ output: ctr(key, iv).encrypt(message) });
  return { shown: `AES-${bits}-CTR`, keyLength: bits / 8, ivLength: BLOCK, encrypt: run, decrypt: run };
}

/** The alternative initial value of RFC 5649, the only one there is in AES-KWP. */
const KWP_IV = 'a65959a6';

function kwpOf(bits: number): Cipher {
  const failed = { output: new Uint8Array(0), error: WRAP_FAILED };
  return {
    shown: `AES-${bits}-WRAP-PAD`,
    keyLength: bits / 8,
    ivLength: 4,
    encrypt: (key, iv, message) => {
      needsKwpIv(iv);
      return message.length === 0 ? failed : { output: aesKwpWrap(key, message) };
    },
    decrypt: (key, iv, message) => {
      needsKwpIv(iv);
      const output = aesKwpUnwrap(key, message);
      return output ? { output } : failed;
    },
  };
}

function needsKwpIv(iv: Bytes): void {
  if (bytesToHex(iv) === KWP_IV) return;
  const sentence = `wraps keys with -iv A65959A6, found ${bytesToHex(iv).toUpperCase()}`;
  throw new OpensslFailure(notInTheLab(sentence));
}

const WRAP_FAILED = [
  'error writing output file',
  queued(
    '1C800066',
    'Provider routines:aes_wrap_cipher_internal',
    'cipher operation failed',
    '../providers/implementations/ciphers/cipher_aes_wrp.c:211',
  ),
];

/** The ciphers by the names that options give them. */
export const CIPHERS: Readonly<Record<string, Cipher>> = Object.fromEntries(
  [128, 192, 256].flatMap((bits) => [
    [`aes-${bits}-cbc`, cbcOf(bits)],
    [`aes${bits}`, cbcOf(bits)],
    [`aes-${bits}-ctr`, ctrOf(bits)],
    [`id-aes${bits}-wrap-pad`, kwpOf(bits)],
    [`aes-${bits}-wrap-pad`, kwpOf(bits)],
    [`aes${bits}-wrap-pad`, kwpOf(bits)],
  ]),
);

const MAGIC = 'Salted__';

/** The header that carries the salt. */
export function salted(salt: Bytes, ciphertext: Bytes): Bytes {
  return concatBytes(new TextEncoder().encode(MAGIC), salt, ciphertext);
}

/** Salt and ciphertext behind such a header. */
export function readSalted(bytes: Bytes): { salt: Bytes; ciphertext: Bytes } {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length));
  if (bytes.length < BLOCK) throw new OpensslFailure('error reading input file');
  if (start !== MAGIC) throw new OpensslFailure('bad magic number');
  return { salt: bytes.slice(MAGIC.length, BLOCK), ciphertext: bytes.slice(BLOCK) };
}
