import type { AwsWorld } from '../../aws';
import {
  bytesToHex,
  concatBytes,
  decodeBase64,
  needs,
  purposeOf,
  seededBytes,
  utf8ToBytes,
} from '../../base';
import {
  DIGEST_LENGTHS,
  encodePkcs8,
  encodeSpki,
  type HashName,
  hmac,
  parsePkcs8,
  rsaBits,
} from '../../crypto';
import { imports } from '../records/import';
import type { MaterialRecord } from '../records/material';
import { KEY_SPECS, type KeySpec } from '../rules/key-specs';
import { CURVES, keyPairOf } from './private-keys';
import { unwrap } from './wrapping-keys';

/** fact: kms-engine 8.2 (outside China) */
const SYMMETRIC_LENGTH = 32;

/**
 * The bytes of imported material in the one form that stands for it: private keys are written anew, so that two
 * encodings of one key are the same material. Undefined when they are no material of this spec. fact: kms-engine 8.2
 */
export function canonicalMaterial(spec: KeySpec, bytes: Uint8Array): Uint8Array | undefined {
  const { family } = KEY_SPECS[spec];
  if (family === 'symmetric') return bytes.length === SYMMETRIC_LENGTH ? bytes : undefined;
  // assumed: exactly the length of the spec (kms-engine 15 leaves longer HMAC keys open)
  if (family === 'hmac') {
    return bytes.length === DIGEST_LENGTHS[`SHA-${spec.slice('HMAC_'.length)}` as HashName]
      ? bytes
      : undefined;
  }
  const reading = parsePkcs8(bytes);
  if (!reading.ok) return undefined;
  const { key } = reading;
  if (key.algorithm === 'RSA') return spec === `RSA_${rsaBits(key.key)}` ? encodePkcs8(key) : undefined;
  const algorithm = spec === 'ECC_NIST_EDWARDS25519' ? 'Ed25519' : CURVES[spec];
  return key.algorithm === algorithm ? encodePkcs8(key) : undefined;
}

/**
 * The ids of imported material: the same bytes in the same key, or in a member of its set, always have the same.
 * They are made with a key of the HSM, so they tell nothing of the bytes. fact: kms-engine 8.3
 */
export function materialNames(seed: string, keyId: string, canonical: Uint8Array) {
  const name = (what: string) => {
    const key = seededBytes(seed, purposeOf(what, 'imported'), 32);
    return bytesToHex(hmac('SHA-256', key, concatBytes(utf8ToBytes(`${keyId}\n`), canonical)));
  };
  return { materialId: name('material-id'), tag: name('material-tag') };
}

/** The public half of an imported private key: DER SubjectPublicKeyInfo. Nothing for secret keys. */
export function publicHalf(spec: KeySpec, canonical: Uint8Array): Uint8Array | undefined {
  const { family } = KEY_SPECS[spec];
  if (family === 'symmetric' || family === 'hmac') return undefined;
  const reading = parsePkcs8(canonical);
  needs(reading.ok, 'canonical material of a private key is PKCS #8');
  return encodeSpki(keyPairOf(reading.key).publicKey);
}

/** Unwraps a material from any key that holds it: all of them hold the same bytes. */
export function unwrapImported(world: AwsWorld, { materialId, spec }: MaterialRecord): Uint8Array {
  const held = world.table(imports).firstBy('material', materialId);
  needs(held, `material ${materialId} is used and no key holds it`);
  const wrapped = decodeBase64(held.wrapped);
  const bytes = wrapped && unwrap(world.seed, held.wrapping, wrapped);
  const canonical = bytes && canonicalMaterial(spec, bytes);
  needs(canonical, `material ${materialId} was imported and no longer unwraps`);
  return canonical;
}
