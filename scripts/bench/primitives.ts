import { equalBytes, seededBytes, seededStream } from '../../lib/base';
import {
  digest,
  ecdh,
  ecdsaSign,
  ecdsaVerify,
  ecKeyFromRandom,
  ecPublicKey,
  ecRandomLength,
  ed25519PublicKey,
  ed25519Sign,
  ed25519Verify,
  generateRsa,
  hmac,
  mlDsaKeyFromSeed,
  mlDsaSign,
  mlDsaVerify,
  mlKemDecapsulate,
  mlKemEncapsulate,
  mlKemKeyFromSeed,
  rsaOaepDecrypt,
  rsaOaepEncrypt,
  rsaPssSign,
  rsaPssVerify,
} from '../../lib/crypto';

const MESSAGE = new Uint8Array(32).fill(7);
const random = (what: string, length: number) => seededBytes('bench', what, length);

/** The bare cryptography behind a pair of operations: what makes and what checks or opens. */
export interface Primitive {
  readonly make: () => void;
  readonly check: () => void;
}

export function ecdsaPrimitive(): Primitive {
  const key = ecKeyFromRandom('P-256', random('ec', ecRandomLength('P-256')));
  const publicKey = ecPublicKey(key);
  const sign = () => ecdsaSign(key, digest('SHA-256', MESSAGE), random('k', 32));
  const signature = sign();
  return {
    make: () => void sign(),
    check: () => void ecdsaVerify(publicKey, digest('SHA-256', MESSAGE), signature),
  };
}

export function ed25519Primitive(): Primitive {
  const seed = random('ed', 32);
  const publicKey = ed25519PublicKey(seed);
  const signature = ed25519Sign(seed, MESSAGE);
  return {
    make: () => void ed25519Sign(seed, MESSAGE),
    check: () => void ed25519Verify(publicKey, MESSAGE, signature),
  };
}

export function rsaPrimitives(): { readonly pss: Primitive; readonly oaep: Primitive } {
  const { key } = generateRsa(2048, seededStream('bench', 'rsa'));
  const salt = random('salt', 32);
  const sign = () => rsaPssSign(key, 'SHA-256', digest('SHA-256', MESSAGE), salt);
  const signature = sign();
  const ciphertext = rsaOaepEncrypt(key, 'SHA-256', MESSAGE, salt);
  return {
    pss: {
      make: () => void sign(),
      check: () => void rsaPssVerify(key, 'SHA-256', digest('SHA-256', MESSAGE), signature),
    },
    oaep: {
      make: () => void rsaOaepEncrypt(key, 'SHA-256', MESSAGE, salt),
      check: () => void rsaOaepDecrypt(key, 'SHA-256', ciphertext),
    },
  };
}

export function mlDsaPrimitive(): Primitive {
  const { secretKey, publicKey } = mlDsaKeyFromSeed('ML-DSA-65', random('dsa', 32));
  let turn = 0;
  // How long a signature takes depends on its randomness: one fixed value would tell nothing.
  const sign = () => mlDsaSign('ML-DSA-65', secretKey, MESSAGE, random(`dsa ${turn++}`, 32));
  const signature = sign();
  return {
    make: () => void sign(),
    check: () => void mlDsaVerify('ML-DSA-65', publicKey, MESSAGE, signature),
  };
}

export function mlKemPrimitive(): Primitive {
  const { secretKey, publicKey } = mlKemKeyFromSeed('ML-KEM-768', random('kem', 64));
  const made = mlKemEncapsulate('ML-KEM-768', publicKey, random('m', 32));
  const ciphertext = made?.ciphertext ?? new Uint8Array();
  return {
    make: () => void mlKemEncapsulate('ML-KEM-768', publicKey, random('m', 32)),
    check: () => void mlKemDecapsulate('ML-KEM-768', secretKey, ciphertext),
  };
}

export function hmacPrimitive(): Primitive {
  const key = random('mac', 32);
  const mac = hmac('SHA-256', key, MESSAGE);
  return {
    make: () => void hmac('SHA-256', key, MESSAGE),
    check: () => void equalBytes(hmac('SHA-256', key, MESSAGE), mac),
  };
}

export function ecdhPrimitive(): () => void {
  const [own, other] = ['own', 'peer'].map((who) =>
    ecKeyFromRandom('P-256', random(who, ecRandomLength('P-256'))),
  );
  if (!own || !other) return () => undefined;
  const peer = ecPublicKey(other);
  return () => void ecdh(own, peer);
}

export function ecKeyPairPrimitive(): () => void {
  let turn = 0;
  return () => void ecPublicKey(ecKeyFromRandom('P-256', random(`pair ${turn++}`, ecRandomLength('P-256'))));
}
