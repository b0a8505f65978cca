import type { KeyRecord } from '../../kms';

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
