export type KeyUsage =
  | 'ENCRYPT_DECRYPT'
  | 'SIGN_VERIFY'
  | 'GENERATE_VERIFY_MAC'
  | 'KEY_AGREEMENT'
  | 'ENCAPSULATE_DECAPSULATE';

export type KeySpec =
  | 'SYMMETRIC_DEFAULT'
  | `RSA_${2048 | 3072 | 4096}`
  | `ECC_NIST_P${256 | 384 | 521}`
  | 'ECC_SECG_P256K1'
  | 'ECC_NIST_EDWARDS25519'
  | `HMAC_${224 | 256 | 384 | 512}`
  | `ML_DSA_${44 | 65 | 87}`
  | `ML_KEM_${512 | 768 | 1024}`
  | 'SM2';

/** Which quota pool a key's cryptographic requests share. */
type KeyFamily = 'symmetric' | 'rsa' | 'ecc' | 'hmac' | 'ml-dsa' | 'ml-kem' | 'sm2';

export interface KeySpecRule {
  readonly family: KeyFamily;
  /** Algorithms by the usages the spec allows, in the order AWS prints them. */
  readonly algorithms: Readonly<Partial<Record<KeyUsage, readonly string[]>>>;
  readonly importable: boolean;
}

const RSA_SIGNING = [
  'RSASSA_PKCS1_V1_5_SHA_256',
  'RSASSA_PKCS1_V1_5_SHA_384',
  'RSASSA_PKCS1_V1_5_SHA_512',
  'RSASSA_PSS_SHA_256',
  'RSASSA_PSS_SHA_384',
  'RSASSA_PSS_SHA_512',
];
const RSA: KeySpecRule = {
  family: 'rsa',
  algorithms: { ENCRYPT_DECRYPT: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'], SIGN_VERIFY: RSA_SIGNING },
  importable: true,
};
const ML_DSA: KeySpecRule = {
  family: 'ml-dsa',
  algorithms: { SIGN_VERIFY: ['ML_DSA_SHAKE_256'] },
  importable: false,
};
// assumed: ML-KEM material cannot be imported (kms-engine 2.6 has no answer)
const ML_KEM: KeySpecRule = {
  family: 'ml-kem',
  algorithms: { ENCAPSULATE_DECAPSULATE: ['ML_KEM'] },
  importable: false,
};

function nist(hash: number): KeySpecRule {
  const algorithms = { SIGN_VERIFY: [`ECDSA_SHA_${hash}`], KEY_AGREEMENT: ['ECDH'] };
  return { family: 'ecc', algorithms, importable: true };
}

function hmac(bits: number): KeySpecRule {
  return { family: 'hmac', algorithms: { GENERATE_VERIFY_MAC: [`HMAC_SHA_${bits}`] }, importable: true };
}

/** fact: kms-engine 2.1 */
export const KEY_SPECS: Readonly<Record<KeySpec, KeySpecRule>> = {
  SYMMETRIC_DEFAULT: {
    family: 'symmetric',
    algorithms: { ENCRYPT_DECRYPT: ['SYMMETRIC_DEFAULT'] },
    importable: true,
  },
  RSA_2048: RSA,
  RSA_3072: RSA,
  RSA_4096: RSA,
  ECC_NIST_P256: nist(256),
  ECC_NIST_P384: nist(384),
  ECC_NIST_P521: nist(512),
  ECC_SECG_P256K1: { family: 'ecc', algorithms: { SIGN_VERIFY: ['ECDSA_SHA_256'] }, importable: true },
  ECC_NIST_EDWARDS25519: {
    family: 'ecc',
    algorithms: { SIGN_VERIFY: ['ED25519_SHA_512', 'ED25519_PH_SHA_512'] },
    importable: true,
  },
  HMAC_224: hmac(224),
  HMAC_256: hmac(256),
  HMAC_384: hmac(384),
  HMAC_512: hmac(512),
  ML_DSA_44: ML_DSA,
  ML_DSA_65: ML_DSA,
  ML_DSA_87: ML_DSA,
  ML_KEM_512: ML_KEM,
  ML_KEM_768: ML_KEM,
  ML_KEM_1024: ML_KEM,
  SM2: {
    family: 'sm2',
    algorithms: { ENCRYPT_DECRYPT: ['SM2PKE'], SIGN_VERIFY: ['SM2DSA'], KEY_AGREEMENT: ['ECDH'] },
    importable: true,
  },
};

export function algorithmsOf(spec: KeySpec, usage: KeyUsage): readonly string[] {
  return KEY_SPECS[spec].algorithms[usage] ?? [];
}

export function isSymmetric(spec: KeySpec): boolean {
  return spec === 'SYMMETRIC_DEFAULT';
}
