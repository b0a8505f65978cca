export { type AesGcmCipher, prepareAesGcm } from './aes-gcm';
export { sealEnvelope } from './cms';
export {
  type CurveName,
  type EcPrivateKey,
  ecdh,
  ecdsaSign,
  ecdsaVerify,
  ecKeyFromRandom,
  ecPublicKey,
  ecRandomLength,
} from './ec';
export {
  ED25519_LENGTH,
  ed25519PublicKey,
  ed25519phSign,
  ed25519phVerify,
  ed25519Sign,
  ed25519Verify,
} from './ed25519';
export { DIGEST_LENGTHS, digest, type HashName } from './hashes';
export { type HmacKey, hmac, prepareHmac } from './hmac';
export {
  aesKwpUnwrap,
  aesKwpWrap,
  type KeyWrapHash,
  rsaAesUnwrap,
} from './key-wrap';
export {
  ML_DSA_LENGTHS,
  ML_DSA_MU_LENGTH,
  ML_DSA_SEED_LENGTH,
  type MlDsaName,
  mlDsaKeyFromSeed,
  mlDsaMu,
  mlDsaSign,
  mlDsaSignMu,
  mlDsaVerify,
  mlDsaVerifyMu,
} from './ml-dsa';
export {
  ML_KEM_SEED_LENGTH,
  type MlKemName,
  mlKemDecapsulate,
  mlKemEncapsulate,
  mlKemKeyFromSeed,
} from './ml-kem';
export { encodePkcs8, type PrivateKey, parsePkcs8 } from './pkcs8';
export { type RsaPrivateKey, type RsaPublicKey, rsaBits } from './rsa';
export { generateRsa, type RsaBits, rebuildRsa } from './rsa-keygen';
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
export { encodeSpki, type PublicKey, parseSpki } from './spki';
