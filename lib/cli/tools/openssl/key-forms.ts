import { type Bytes, decodeBase64, hexToBytes } from '../../../base';
import { encodePkcs8, type PrivateKey, type PublicKey, parsePkcs8, parseSpki } from '../../../crypto';
import { base64Lines } from './base64-lines';
import { BIT_STRING, CONTEXT_0, encode, INTEGER, inside, OCTET_STRING, SEQUENCE } from './der';

export interface PemBlock {
  readonly label: string;
  readonly der: Bytes;
}

export function pem(label: string, der: Bytes): string {
  return `-----BEGIN ${label}-----\n${base64Lines(der)}-----END ${label}-----\n`;
}

/** The blocks of a PEM file; what stands around them is passed over. */
export function pemBlocks(text: string): readonly PemBlock[] {
  const found = text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----\r?\n([\s\S]*?)-----END \1-----/g);
  return [...found].flatMap(([, label, body]) => {
    const der = decodeBase64((body as string).replace(/\s+/g, ''));
    return der ? [{ label: label as string, der }] : [];
  });
}

const VERSION_0 = encode(INTEGER, Uint8Array.of(0));
/** The AlgorithmIdentifier of rsaEncryption, and the identifier of id-ecPublicKey. */
const RSA = hexToBytes('300d06092a864886f70d0101010500');
const EC_PUBLIC_KEY = hexToBytes('06072a8648ce3d0201');

/** A private key of PKCS #8, or of the older forms for RSA (PKCS #1) and curves (SEC 1). */
export function privateKeyOf(der: Bytes): PrivateKey | undefined {
  for (const pkcs8 of [der, encode(SEQUENCE, VERSION_0, RSA, encode(OCTET_STRING, der)), curveKey(der)]) {
    const read = pkcs8 && parsePkcs8(pkcs8);
    if (read?.ok) return read.key;
  }
  return undefined;
}

function curveKey(der: Bytes): Bytes | undefined {
  const curve = inside(der).find(({ tag }) => tag === CONTEXT_0)?.content;
  if (!curve) return undefined;
  return encode(SEQUENCE, VERSION_0, encode(SEQUENCE, EC_PUBLIC_KEY, curve), encode(OCTET_STRING, der));
}

/** A public key as SubjectPublicKeyInfo, or the older form for RSA (PKCS #1). */
export function publicKeyOf(der: Bytes): PublicKey | undefined {
  const older = encode(SEQUENCE, RSA, encode(BIT_STRING, Uint8Array.of(0), der));
  for (const spki of [der, older]) {
    const read = parseSpki(spki);
    if (read.ok) return read.key;
  }
  return undefined;
}

/** The older form of a private key, and its label; keys that never had one stay PKCS #8. */
export function olderForm(key: PrivateKey): PemBlock {
  const pkcs8 = encodePkcs8(key);
  const [, algorithm, content] = inside(pkcs8);
  if (algorithm && content && key.algorithm === 'RSA')
    return { label: 'RSA PRIVATE KEY', der: content.content };
  const curve = algorithm && inside(algorithm.whole)[1];
  if (!curve || !content) return { label: 'PRIVATE KEY', der: pkcs8 };
  const [version, scalar, point] = inside(content.content).map(({ whole }) => whole) as [Bytes, Bytes, Bytes];
  return {
    label: 'EC PRIVATE KEY',
    der: encode(SEQUENCE, version, scalar, encode(CONTEXT_0, curve.whole), point),
  };
}

/** The name of the curve alone, as `ecparam` writes it before a key. */
export function curveParameters(key: PrivateKey): Bytes {
  const [, algorithm] = inside(encodePkcs8(key));
  return inside((algorithm as { whole: Bytes }).whole)[1]?.whole as Bytes;
}
