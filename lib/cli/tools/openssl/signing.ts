import type { Bytes } from '../../../base';
import {
  DIGEST_LENGTHS,
  ecdsaSign,
  ecdsaVerify,
  type HashName,
  type Pkcs1Hash,
  type PrivateKey,
  type PublicKey,
  rsaPkcs1Sign,
  rsaPkcs1Verify,
  rsaPssSign,
  rsaPssVerify,
} from '../../../crypto';
import type { ToolHost } from '../tool';
import { INTEGER, inside } from './der';
import { digestNamed } from './digests';
import { notInTheLab, OpensslFailure, queued } from './failure';

/** How a digest is signed. */
export interface Scheme {
  readonly hash: HashName;
  readonly pss: boolean;
}

/**
 * Reads what `-sigopt` and `-pkeyopt` say about a signature.
 * differs: PSS with a salt as long as the digest only, which is what KMS makes and takes.
 */
export function schemeOf(
  options: ReadonlyMap<string, string>,
  hash: HashName,
  signs: boolean,
  refuse: (option: string) => OpensslFailure,
): Scheme {
  const pss = options.get('rsa_padding_mode') === 'pss';
  for (const [name, value] of options) {
    const known =
      (name === 'rsa_padding_mode' && /^(pss|pkcs1)$/.test(value)) ||
      (name === 'rsa_pss_saltlen' && pss && /^(-?\d+|digest|auto|max)$/.test(value)) ||
      (/^(digest|rsa_mgf1_md)$/.test(name) && digestNamed(value) !== undefined);
    if (!known) throw refuse(`${name}:${value}`);
  }
  const mask = options.get('rsa_mgf1_md');
  if (mask !== undefined && digestNamed(mask) !== hash)
    throw new OpensslFailure(notInTheLab(`masks with the digest's own hash, found rsa_mgf1_md:${mask}`));
  const salt = options.get('rsa_pss_saltlen') ?? 'auto';
  const asLong = ['-1', 'digest', String(DIGEST_LENGTHS[hash]), ...(signs ? [] : ['auto', '-2'])];
  if (pss && !asLong.includes(salt))
    throw new OpensslFailure(
      notInTheLab('knows a PSS salt as long as the digest: add -sigopt (or -pkeyopt) rsa_pss_saltlen:digest'),
    );
  return { hash, pss };
}

export function signDigest(
  key: PrivateKey,
  { hash, pss }: Scheme,
  messageDigest: Bytes,
  host: ToolHost,
): Bytes {
  if (key.algorithm === 'RSA')
    return pss
      ? rsaPssSign(key.key, hash, messageDigest, host.randomBytes(DIGEST_LENGTHS[hash]))
      : rsaPkcs1Sign(key.key, pkcs1Hash(hash), messageDigest);
  if ('scalar' in key)
    return ecdsaSign({ curve: key.algorithm, scalar: key.scalar }, messageDigest, host.randomBytes(32));
  throw new OpensslFailure('Key type not supported for this operation');
}

/** `malformed` is a signature that is not even one of this kind, which OpenSSL reports in other words. */
export function verifyDigest(
  key: PublicKey,
  { hash, pss }: Scheme,
  messageDigest: Bytes,
  signature: Bytes,
): 'right' | 'wrong' | 'malformed' {
  if (key.algorithm === 'RSA') {
    const right = pss
      ? rsaPssVerify(key.key, hash, messageDigest, signature)
      : rsaPkcs1Verify(key.key, pkcs1Hash(hash), messageDigest, signature);
    return right ? 'right' : 'wrong';
  }
  if (!('point' in key)) throw new OpensslFailure('Key type not supported for this operation');
  const numbers = inside(signature);
  if (numbers.length !== 2 || numbers.some(({ tag }) => tag !== INTEGER)) return 'malformed';
  return ecdsaVerify({ curve: key.algorithm, point: key.point }, messageDigest, signature)
    ? 'right'
    : 'wrong';
}

/** What the queue says of a signature that RSA does not take. */
export const BAD_SIGNATURE: readonly string[] = [
  queued('02000068', 'rsa routines:ossl_rsa_verify', 'bad signature', '../crypto/rsa/rsa_sign.c:429'),
  queued(
    '1C880004',
    'Provider routines:rsa_verify',
    'RSA lib',
    '../providers/implementations/signature/rsa_sig.c:769',
  ),
];

function pkcs1Hash(hash: HashName): Pkcs1Hash {
  if (hash === 'SHA-256' || hash === 'SHA-384' || hash === 'SHA-512') return hash;
  throw new OpensslFailure(notInTheLab(`signs with sha256, sha384 or sha512, found ${hash}`));
}
