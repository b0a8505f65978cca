import type { KeyRecord } from '../../kms';
import type { OperationGroupView } from '../model';

/** What a key of each usage is made for. */
const USES: Readonly<Record<KeyRecord['keyUsage'], readonly string[]>> = {
  ENCRYPT_DECRYPT: ['Encrypt', 'Decrypt', 'ReEncrypt'],
  SIGN_VERIFY: ['Sign', 'Verify', 'GetPublicKey'],
  GENERATE_VERIFY_MAC: ['GenerateMac', 'VerifyMac'],
  KEY_AGREEMENT: ['DeriveSharedSecret', 'GetPublicKey'],
  ENCAPSULATE_DECAPSULATE: ['Encapsulate', 'Decapsulate', 'GetPublicKey'],
};

const OF_SYMMETRIC = ['Encrypt', 'Decrypt', 'GenerateDataKey', 'ReEncrypt'];
const OF_ADMINISTRATORS = ['DescribeKey', 'CreateGrant', 'PutKeyPolicy', 'DisableKey', 'ScheduleKeyDeletion'];

/** The operations worth a column: what these keys are for, then what administrators do. */
export function columnsFor(keys: readonly Pick<KeyRecord, 'keySpec' | 'keyUsage'>[]): readonly string[] {
  const uses = keys.flatMap(({ keySpec, keyUsage }) =>
    keySpec === 'SYMMETRIC_DEFAULT' ? OF_SYMMETRIC : USES[keyUsage],
  );
  return [...new Set([...uses, ...OF_ADMINISTRATORS])];
}

/** The operations of KMS, by what one does with them. */
export const OPERATION_GROUPS: readonly OperationGroupView[] = [
  {
    id: 'data',
    label: 'Data and data keys',
    operations: [
      'Encrypt',
      'Decrypt',
      'ReEncrypt',
      'GenerateDataKey',
      'GenerateDataKeyWithoutPlaintext',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
      'GenerateRandom',
    ],
  },
  {
    id: 'sign',
    label: 'Signatures, MACs and key agreement',
    operations: [
      'Sign',
      'Verify',
      'GenerateMac',
      'VerifyMac',
      'DeriveSharedSecret',
      'Encapsulate',
      'Decapsulate',
      'GetPublicKey',
    ],
  },
  {
    id: 'grants',
    label: 'Grants',
    operations: ['CreateGrant', 'ListGrants', 'ListRetirableGrants', 'RetireGrant', 'RevokeGrant'],
  },
  {
    id: 'policy',
    label: 'Policy, aliases and tags',
    operations: [
      'PutKeyPolicy',
      'GetKeyPolicy',
      'ListKeyPolicies',
      'CreateAlias',
      'UpdateAlias',
      'DeleteAlias',
      'ListAliases',
      'TagResource',
      'UntagResource',
      'ListResourceTags',
      'UpdateKeyDescription',
    ],
  },
  {
    id: 'life',
    label: 'Life of the key',
    operations: [
      'CreateKey',
      'DescribeKey',
      'ListKeys',
      'EnableKey',
      'DisableKey',
      'ScheduleKeyDeletion',
      'CancelKeyDeletion',
      'GetKeyLastUsage',
      'ReplicateKey',
      'UpdatePrimaryRegion',
    ],
  },
  {
    id: 'material',
    label: 'Key material and rotation',
    operations: [
      'EnableKeyRotation',
      'DisableKeyRotation',
      'GetKeyRotationStatus',
      'ListKeyRotations',
      'RotateKeyOnDemand',
      'GetParametersForImport',
      'ImportKeyMaterial',
      'DeleteImportedKeyMaterial',
    ],
  },
  {
    id: 'stores',
    label: 'Custom key stores',
    operations: [
      'CreateCustomKeyStore',
      'DescribeCustomKeyStores',
      'ConnectCustomKeyStore',
      'DisconnectCustomKeyStore',
      'UpdateCustomKeyStore',
      'DeleteCustomKeyStore',
    ],
  },
];
