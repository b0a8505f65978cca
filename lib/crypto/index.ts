export { type AesGcmCipher, prepareAesGcm } from './aes-gcm';
export type { KeyAlgorithm } from './algorithm-ids';
export { type EnvelopeRandomness, openEnvelope, sealEnvelope } from './cms';
export {
  type CurveName,
  type EcPrivateKey,
  type EcPublicKey,
  ecdh,
  ecdsaSign,
  ecdsaVerify,
  ecKeyFromRandom,
  ecPublicKey,
  ecRandomLength,
  ecSize,
  isEcPrivateKey,
  isEcPublicKey,
} from './ec';
export {
  ED25519_LENGTH,
  ed25519PublicKey,
  ed25519phSign,
  ed25519phVerify,
  ed25519Sign,
  ed25519Verify,
} from './ed25519';
export { DIGEST_LENGTHS, digest, type HashName, shake256Digest } from './hashes';
export { type HmacKey, hmac, prepareHmac } from './hmac';
export {
  aesKwpUnwrap,
  aesKwpWrap,
  type KeyWrapHash,
  rsaAesUnwrap,
  rsaAesWrap,
} from './key-wrap';
export {
  ML_DSA_LENGTHS,
  ML_DSA_MU_LENGTH,
  ML_DSA_SEED_LENGTH,
  type MlDsaKeyPair,
  type MlDsaName,
  mlDsaKeyFromSeed,
  mlDsaMu,
  mlDsaSign,
  mlDsaSignMu,
  mlDsaVerify,
  mlDsaVerifyMu,
} from './ml-dsa';
export {
  ML_KEM_LENGTHS,
  ML_KEM_SEED_LENGTH,
  type MlKemKeyPair,
  type MlKemName,
  mlKemDecapsulate,
  mlKemEncapsulate,
  mlKemKeyFromSeed,
} from './ml-kem';
export { encodePkcs8, type PrivateKey, parsePkcs8 } from './pkcs8';
export { type RsaPrivateKey, type RsaPublicKey, rsaBits, rsaSize } from './rsa';
export { generateRsa, type RsaBits, type RsaCounters, rebuildRsa } from './rsa-keygen';
export {
  type Pkcs1Hash,
  rsaOaepDecrypt,
  rsaOaepEncrypt,
  rsaOaepMaxLength,
  rsaPkcs1Sign,
  rsaPkcs1Verify,
  rsaPssSign,
  rsaPssVerify,
} from './rsa-padding';
export { encodeSpki, type KeyReading, type PublicKey, parseSpki } from './spki';
