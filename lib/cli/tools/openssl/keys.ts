import { type Bytes, bytesToUtf8Lossy } from '../../../base';
import {
  type CurveName,
  ecPublicKey,
  ed25519PublicKey,
  mlDsaKeyFromSeed,
  type PrivateKey,
  type PublicKey,
} from '../../../crypto';
import type { ToolHost } from '../tool';
import { notInTheLab, OpensslFailure, queued } from './failure';
import { contentOf } from './files';
import { type PemBlock, pemBlocks, privateKeyOf, publicKeyOf } from './key-forms';

const CURVES: readonly string[] = ['P-256', 'P-384', 'P-521', 'secp256k1'];

export interface KeyFile {
  readonly name: string | undefined;
  /** PEM or DER; either where it is not said. */
  readonly form?: string | undefined;
  /** How the error calls the key: `private key`, or just `key`. */
  readonly called?: string;
}

export async function readPrivateKey(file: KeyFile, host: ToolHost): Promise<PrivateKey> {
  return readKey(file, 'private key', / ?PRIVATE KEY$/, privateKeyOf, host);
}

export async function readPublicKey(file: KeyFile, host: ToolHost): Promise<PublicKey> {
  return readKey(file, 'public key', / ?PUBLIC KEY$/, publicKeyOf, host);
}

async function readKey<Key>(
  { name, form, called }: KeyFile,
  kind: string,
  label: RegExp,
  parse: (der: Bytes) => Key | undefined,
  host: ToolHost,
): Promise<Key> {
  const bytes = await contentOf(name, host);
  if (!bytes) throw new OpensslFailure(...notThere(called ?? kind, name));
  const wanted = form?.toUpperCase();
  if (wanted !== undefined && wanted !== 'PEM' && wanted !== 'DER')
    throw new OpensslFailure(notInTheLab(`reads keys as PEM or DER, found ${form}`));
  const blocks = wanted === 'DER' ? [] : pemBlocks(bytesToUtf8Lossy(bytes));
  if (blocks.some(isSealed)) throw new OpensslFailure(notInTheLab('reads no keys under a passphrase'));
  const block = blocks.find((one) => label.test(one.label));
  const der = block?.der ?? (blocks.length === 0 && wanted !== 'PEM' ? bytes : undefined);
  const key = der && parse(der);
  if (key) return key;
  throw new OpensslFailure(`Could not read ${called ?? kind} from ${shown(name)}`, UNSUPPORTED);
}

function isSealed({ label }: PemBlock): boolean {
  return label === 'ENCRYPTED PRIVATE KEY';
}

const STORE = '../crypto/store/store_result.c:149';
const UNSUPPORTED = queued('1608010C', 'STORE routines:ossl_store_handle_load_result', 'unsupported', STORE);

function notThere(called: string, name: string | undefined): string[] {
  const source = '../providers/implementations/storemgmt/file_store.c:266';
  return [
    `Could not open file or uri for loading ${called} from ${shown(name)}`,
    queued(
      '80000002',
      'system library:file_open',
      'No such file or directory',
      source,
      `calling stat(${name})`,
    ),
  ];
}

function shown(name: string | undefined): string {
  return name === undefined || name === '-' ? '<stdin>' : name;
}

export function isCurve(algorithm: string): algorithm is CurveName {
  return CURVES.includes(algorithm);
}

export function publicHalf(key: PrivateKey): PublicKey {
  if (key.algorithm === 'RSA') return { algorithm: 'RSA', key: { n: key.key.n, e: key.key.e } };
  if ('scalar' in key) {
    const { point } = ecPublicKey({ curve: key.algorithm, scalar: key.scalar });
    return { algorithm: key.algorithm, point };
  }
  const { algorithm, seed } = key;
  if (algorithm === 'Ed25519') return { algorithm, bytes: ed25519PublicKey(seed) };
  if (algorithm === 'ML-DSA-44' || algorithm === 'ML-DSA-65' || algorithm === 'ML-DSA-87')
    return { algorithm, bytes: mlDsaKeyFromSeed(algorithm, seed).publicKey };
  throw new OpensslFailure(notInTheLab(`makes no public key of ${algorithm}`));
}
