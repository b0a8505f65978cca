import { type Bytes, hexToBytes } from '../../../base';
import { type PrivateKey, type PublicKey, rsaBits } from '../../../crypto';
import { publicHalf } from './keys';

const CURVE_LINES: Readonly<Record<string, { bits: number; lines: string }>> = {
  'P-256': { bits: 256, lines: 'ASN1 OID: prime256v1\nNIST CURVE: P-256\n' },
  'P-384': { bits: 384, lines: 'ASN1 OID: secp384r1\nNIST CURVE: P-384\n' },
  'P-521': { bits: 521, lines: 'ASN1 OID: secp521r1\nNIST CURVE: P-521\n' },
  secp256k1: { bits: 256, lines: 'ASN1 OID: secp256k1\n' },
};

/** What -text tells of a private key. */
export function privateKeyText(key: PrivateKey): string {
  if (key.algorithm === 'RSA') {
    const { n, e, d, p, q, dP, dQ, qInv } = key.key;
    const parts = {
      modulus: n,
      privateExponent: d,
      prime1: p,
      prime2: q,
      exponent1: dP,
      exponent2: dQ,
      coefficient: qInv,
    };
    const [modulus, ...rest] = Object.entries(parts).map(([name, value]) => part(name, bytesOf(value)));
    const head = `Private-Key: (${rsaBits(key.key)} bit, 2 primes)\n`;
    return `${head}${modulus}${exponent('publicExponent', e)}${rest.join('')}`;
  }
  const half = publicHalf(key);
  if ('scalar' in key && 'point' in half) {
    const { bits, lines } = CURVE_LINES[key.algorithm] as { bits: number; lines: string };
    return `Private-Key: (${bits} bit)\n${part('priv', key.scalar)}${part('pub', half.point)}${lines}`;
  }
  const [seed, bytes] = ['seed' in key ? key.seed : EMPTY, 'bytes' in half ? half.bytes : EMPTY];
  return `${key.algorithm.toUpperCase()} Private-Key:\n${part('priv', seed)}${part('pub', bytes)}`;
}

const EMPTY = new Uint8Array(0);

/** What -text tells of a public key. */
export function publicKeyText(key: PublicKey): string {
  if (key.algorithm === 'RSA') {
    const { n, e } = key.key;
    return `Public-Key: (${rsaBits(key.key)} bit)\n${part('Modulus', bytesOf(n))}${exponent('Exponent', e)}`;
  }
  if ('point' in key) {
    const { bits, lines } = CURVE_LINES[key.algorithm] as { bits: number; lines: string };
    return `Public-Key: (${bits} bit)\n${part('pub', key.point)}${lines}`;
  }
  return `${key.algorithm.toUpperCase()} Public-Key:\n${part('pub', key.bytes)}`;
}

function exponent(name: string, value: bigint): string {
  return `${name}: ${value} (0x${value.toString(16)})\n`;
}

/** A number as its bytes, behind a zero where it would look negative. */
function bytesOf(value: bigint): Bytes {
  const hex = value.toString(16);
  const whole = hex.padStart(hex.length + (hex.length % 2), '0');
  return hexToBytes(/^[89a-f]/.test(whole) ? `00${whole}` : whole);
}

function part(name: string, bytes: Bytes): string {
  const pairs = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
  const rows: string[] = [];
  for (let at = 0; at < pairs.length; at += 15) rows.push(`    ${pairs.slice(at, at + 15).join(':')}`);
  return `${name}:\n${rows.join(':\n')}\n`;
}
