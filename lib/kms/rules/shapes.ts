import { shape } from '../../aws';
import { GRANT_OPERATIONS } from './grant-operations';

/** Members that many operations share. fact: kms-engine 1.3 */
export const keyId = shape.string({ min: 1, max: 2048 });
export const grantTokens = shape.list(shape.string({ min: 1, max: 8192 }), { min: 0, max: 10 });
export const encryptionContext = shape.map(shape.string());
export const encryptionAlgorithm = shape.oneOf(
  'SYMMETRIC_DEFAULT',
  'RSAES_OAEP_SHA_1',
  'RSAES_OAEP_SHA_256',
  'SM2PKE',
);
export const ciphertext = shape.blob({ min: 1, max: 6144 });
export const plaintext = shape.blob({ min: 1, max: 4096, sensitive: true });
export const policy = shape.string({
  min: 1,
  max: 131_072,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
});
export const policyName = shape.string({ min: 1, max: 128, pattern: '[\\w]+' });
export const description = shape.string({ min: 0, max: 8192 });
/** What one page of a list may hold. fact: kms-engine 1.4 */
export const limitTo = (max: number) => shape.integer({ min: 1, max });
export const marker = shape.string({ min: 1, max: 1024, pattern: '[\\u0020-\\u00FF]*' });
export const region = shape.string({ min: 1, max: 32, pattern: '^([a-z]+-){2,3}\\d+$' });
export const aliasName = shape.string({ min: 1, max: 256, pattern: '^[a-zA-Z0-9:/_-]+$' });
export const keyMaterialId = shape.string({ min: 64, max: 64, pattern: '^[a-f0-9]+$' });
const tag = shape.structure(
  { TagKey: shape.string({ min: 1, max: 128 }), TagValue: shape.string({ min: 0, max: 256 }) },
  ['TagKey', 'TagValue'],
);
export const tags = shape.list(tag);
export const tagKeys = shape.list(shape.string({ min: 1, max: 128 }));
/** The deprecated member knows no spec that is younger than its replacement. fact: kms-engine 1.2 */
export const customerMasterKeySpec = shape.oneOf(
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'SYMMETRIC_DEFAULT',
  'HMAC_224',
  'HMAC_256',
  'HMAC_384',
  'HMAC_512',
  'SM2',
);
export const keySpec = shape.oneOf(
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'SYMMETRIC_DEFAULT',
  'HMAC_224',
  'HMAC_256',
  'HMAC_384',
  'HMAC_512',
  'SM2',
  'ML_DSA_44',
  'ML_DSA_65',
  'ML_DSA_87',
  'ECC_NIST_EDWARDS25519',
  'ML_KEM_512',
  'ML_KEM_768',
  'ML_KEM_1024',
);
export const keyUsage = shape.oneOf(
  'SIGN_VERIFY',
  'ENCRYPT_DECRYPT',
  'GENERATE_VERIFY_MAC',
  'KEY_AGREEMENT',
  'ENCAPSULATE_DECAPSULATE',
);
export const origin = shape.oneOf('AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE');
export const keyState = shape.oneOf(
  'Creating',
  'Enabled',
  'Disabled',
  'PendingDeletion',
  'PendingImport',
  'PendingReplicaDeletion',
  'Unavailable',
  'Updating',
);
export const recipient = shape.structure({
  KeyEncryptionAlgorithm: shape.oneOf('RSAES_OAEP_SHA_256'),
  AttestationDocument: shape.blob({ min: 1, max: 262_144 }),
});
export const dryRunModifiers = shape.list(shape.oneOf('IGNORE_CIPHERTEXT'));
export const dataKeySpec = shape.oneOf('AES_256', 'AES_128');
export const numberOfBytes = shape.integer({ min: 1, max: 1024 });
export const customKeyStoreId = shape.string({ min: 1, max: 64 });

export const expirationModel = shape.oneOf('KEY_MATERIAL_EXPIRES', 'KEY_MATERIAL_DOES_NOT_EXPIRE');

const multiRegionKey = shape.structure({ Arn: shape.string(), Region: shape.string() });

/** fact: kms-engine 14.2; member order of the API model */
export const keyMetadata = shape.structure(
  {
    AWSAccountId: shape.string(),
    KeyId: shape.string(),
    Arn: shape.string(),
    CreationDate: shape.timestamp(),
    Enabled: shape.boolean(),
    Description: shape.string(),
    KeyUsage: keyUsage,
    KeyState: keyState,
    DeletionDate: shape.timestamp(),
    ValidTo: shape.timestamp(),
    Origin: origin,
    CustomKeyStoreId: shape.string(),
    CloudHsmClusterId: shape.string(),
    ExpirationModel: expirationModel,
    KeyManager: shape.oneOf('AWS', 'CUSTOMER'),
    CustomerMasterKeySpec: shape.string(),
    KeySpec: shape.string(),
    EncryptionAlgorithms: shape.list(shape.string()),
    SigningAlgorithms: shape.list(shape.string()),
    KeyAgreementAlgorithms: shape.list(shape.string()),
    EncapsulationAlgorithms: shape.list(shape.string()),
    MultiRegion: shape.boolean(),
    MultiRegionConfiguration: shape.structure({
      MultiRegionKeyType: shape.oneOf('PRIMARY', 'REPLICA'),
      PrimaryKey: multiRegionKey,
      ReplicaKeys: shape.list(multiRegionKey),
    }),
    PendingDeletionWindowInDays: shape.integer(),
    MacAlgorithms: shape.list(shape.string()),
    XksKeyConfiguration: shape.structure({ Id: shape.string() }),
    CurrentKeyMaterialId: shape.string(),
  },
  ['KeyId'],
);
export type KeyMetadata = NonNullable<(typeof keyMetadata)['type']>;

/** A message to be signed or authenticated: never echoed. fact: kms-engine 1.3 */
export const message = shape.blob({ min: 1, max: 4096, sensitive: true });
export const messageType = shape.oneOf('RAW', 'DIGEST', 'EXTERNAL_MU');
export const signingAlgorithm = shape.oneOf(
  'RSASSA_PSS_SHA_256',
  'RSASSA_PSS_SHA_384',
  'RSASSA_PSS_SHA_512',
  'RSASSA_PKCS1_V1_5_SHA_256',
  'RSASSA_PKCS1_V1_5_SHA_384',
  'RSASSA_PKCS1_V1_5_SHA_512',
  'ECDSA_SHA_256',
  'ECDSA_SHA_384',
  'ECDSA_SHA_512',
  'SM2DSA',
  'ML_DSA_SHAKE_256',
  'ED25519_SHA_512',
  'ED25519_PH_SHA_512',
);
export const macAlgorithm = shape.oneOf('HMAC_SHA_224', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512');
export const keyAgreementAlgorithm = shape.oneOf('ECDH');
export const encapsulationAlgorithm = shape.oneOf('ML_KEM');
export const publicKey = shape.blob({ min: 1, max: 8192 });
export const keyPairSpec = shape.oneOf(
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'SM2',
  'ECC_NIST_EDWARDS25519',
  'ML_KEM_512',
  'ML_KEM_768',
  'ML_KEM_1024',
);

export const grantId = shape.string({ min: 1, max: 128 });
export const grantName = shape.string({ min: 1, max: 256, pattern: '^[a-zA-Z0-9:/_-]+$' });
export const principalId = shape.string({ min: 1, max: 256, pattern: '^[\\w+=,.@:/-]+$' });
/** fact: kms-engine 1.3 (a host's name with two dots at least). assumed: the pattern as it is shown */
export const servicePrincipal = shape.string({
  min: 1,
  max: 128,
  pattern: '^[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+){2,}$',
});
export const grantOperations = shape.list(shape.oneOf(...GRANT_OPERATIONS));
export const grantConstraints = shape.structure({
  EncryptionContextSubset: encryptionContext,
  EncryptionContextEquals: encryptionContext,
  SourceArn: shape.string({ min: 20, max: 512 }),
});
/** What ListGrants and ListRetirableGrants show of a grant; never its tokens. */
export const grantListEntry = shape.structure({
  KeyId: shape.string(),
  GrantId: shape.string(),
  Name: shape.string(),
  CreationDate: shape.timestamp(),
  GranteePrincipal: shape.string(),
  RetiringPrincipal: shape.string(),
  IssuingAccount: shape.string(),
  Operations: shape.list(shape.string()),
  Constraints: grantConstraints,
  GranteeServicePrincipal: shape.string(),
  RetiringServicePrincipal: shape.string(),
});
