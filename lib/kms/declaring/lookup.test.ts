import { describe, expect, it } from 'vitest';
import { FRANKFURT, HOME, KmsLab, OTHER } from '../lab.testkit';
import { operations } from '../operations';

/** Operations that take a key id, key ARN, alias name or alias ARN. fact: kms-engine 1.4 */
const ANY =
  'Decrypt Decapsulate DeriveSharedSecret DescribeKey Encapsulate Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateMac GetPublicKey Sign Verify VerifyMac';
/** Operations that take a key id or a key ARN. fact: kms-engine 1.4 */
const KEY_ONLY =
  'CancelKeyDeletion CreateGrant DeleteImportedKeyMaterial DisableKey DisableKeyRotation EnableKey EnableKeyRotation GetKeyLastUsage GetKeyPolicy GetKeyRotationStatus GetParametersForImport ImportKeyMaterial ListAliases ListGrants ListKeyPolicies ListKeyRotations ListResourceTags PutKeyPolicy ReplicateKey RevokeGrant RotateKeyOnDemand ScheduleKeyDeletion TagResource UntagResource UpdateKeyDescription UpdatePrimaryRegion';
/** Operations on keys of other accounts. fact: kms-engine 1.4 */
const CROSS_ACCOUNT =
  'CreateGrant Decapsulate Decrypt DeriveSharedSecret DescribeKey Encapsulate Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateMac GetKeyRotationStatus GetPublicKey ListGrants RevokeGrant Sign Verify VerifyMac';

const ONE = new Uint8Array(1);
const GRANT = { Operations: ['DescribeKey'], GranteePrincipal: `arn:aws:iam::${HOME}:root` };

/** Required members beside `KeyId`, with values that pass the first gates. */
const MORE: Readonly<Record<string, Record<string, unknown>>> = {
  Decapsulate: { SharedSecretCiphertextBlob: ONE, EncapsulationAlgorithm: 'ML_KEM' },
  Decrypt: { DryRun: true, DryRunModifiers: ['IGNORE_CIPHERTEXT'] },
  DeriveSharedSecret: { KeyAgreementAlgorithm: 'ECDH', PublicKey: ONE },
  Encapsulate: { EncapsulationAlgorithm: 'ML_KEM' },
  Encrypt: { Plaintext: ONE },
  GenerateDataKey: { KeySpec: 'AES_256' },
  GenerateDataKeyWithoutPlaintext: { KeySpec: 'AES_256' },
  GenerateDataKeyPair: { KeyPairSpec: 'ECC_NIST_P256' },
  GenerateDataKeyPairWithoutPlaintext: { KeyPairSpec: 'ECC_NIST_P256' },
  GenerateMac: { Message: ONE, MacAlgorithm: 'HMAC_SHA_256' },
  Sign: { Message: ONE, SigningAlgorithm: 'ECDSA_SHA_256' },
  Verify: { Message: ONE, SigningAlgorithm: 'ECDSA_SHA_256', Signature: ONE },
  VerifyMac: { Message: ONE, MacAlgorithm: 'HMAC_SHA_256', Mac: ONE },
  CreateGrant: GRANT,
  GetParametersForImport: { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
  ImportKeyMaterial: {
    ImportToken: ONE,
    EncryptedKeyMaterial: ONE,
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
  },
  PutKeyPolicy: { Policy: '{}' },
  ReplicateKey: { ReplicaRegion: FRANKFURT },
  RevokeGrant: { GrantId: '0'.repeat(64) },
  TagResource: { Tags: [] },
  UntagResource: { TagKeys: [] },
  UpdateKeyDescription: { Description: '' },
  UpdatePrimaryRegion: { PrimaryRegion: FRANKFURT },
};

function labWithAlias() {
  const lab = new KmsLab();
  const { KeyId = '', Arn } = lab.createKey();
  lab.ok('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId });
  const aliasArn = `arn:aws:kms:eu-west-1:${HOME}:alias/a`;
  return { lab, KeyId, Arn, aliasArn };
}

/** What a request came to: the key it was asked about, or the refusal that came before. */
function reached(lab: KmsLab, name: string, KeyId: string, place = {}): string {
  lab.asked.length = 0;
  const reply = lab.send(name, { KeyId, ...MORE[name] }, place);
  const asked = lab.asked.find(({ action }) => action === `kms:${name}`);
  if (asked) return asked.resource;
  return reply.ok ? 'ok' : `${reply.refusal.name}: ${reply.refusal.message}`;
}

const NO_ALIASES = 'InvalidArnException: Key Aliases are not supported for this operation.';

describe('an identifier of a key (fact: kms-engine 1.4)', () => {
  it.each(ANY.split(' '))('may take any form in %s', (name) => {
    const { lab, KeyId, Arn, aliasArn } = labWithAlias();
    for (const form of [KeyId, Arn, 'alias/a', aliasArn]) expect(reached(lab, name, form)).toBe(Arn);
  });

  it.each(KEY_ONLY.split(' '))('is a key id or a key ARN in %s', (name) => {
    const { lab, KeyId, Arn, aliasArn } = labWithAlias();
    const found = name === 'ListAliases' ? '*' : Arn;
    for (const form of [KeyId, Arn]) expect(reached(lab, name, form)).toBe(found);
    for (const form of ['alias/a', aliasArn]) expect(reached(lab, name, form)).toBe(NO_ALIASES);
  });

  it.each(`${ANY} ${KEY_ONLY}`.split(' '))('that leads nowhere is refused alike by %s', (name) => {
    const { lab, KeyId, Arn } = labWithAlias();
    const missing = '00000000-0000-4000-8000-000000000000';
    const missingArn = Arn.replace(KeyId, missing);
    const here = `NotFoundException: Key '${missingArn}' does not exist`;
    expect([reached(lab, name, missing), reached(lab, name, missingArn)]).toEqual([here, here]);
    for (const word of ['nonsense', 'key/1', KeyId.toUpperCase(), 'mrk-123']) {
      expect(reached(lab, name, word)).toBe(`NotFoundException: Invalid keyId '${word}'`);
    }
    expect(reached(lab, name, Arn, { region: FRANKFURT })).toBe('NotFoundException: Invalid arn eu-west-1');
    for (const arn of [
      'arn:aws:kms',
      Arn.replace(':kms:', ':s3:'),
      Arn.replace('key/', 'door/'),
      Arn.replace(HOME, '1'),
    ]) {
      expect(reached(lab, name, arn)).toMatch(/^InvalidArnException/);
    }
  });

  it.each(`${ANY} ${KEY_ONLY}`.split(' '))('of another account leads as far as %s may go', (name) => {
    const { lab, KeyId, Arn } = labWithAlias();
    const hidden = `AccessDeniedException: User: arn:aws:iam::${OTHER}:user/admin is not authorized to perform: kms:${name} on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;
    const isOpen = CROSS_ACCOUNT.split(' ').includes(name);
    const place = { account: OTHER };
    expect(reached(lab, name, Arn, place)).toBe(isOpen ? Arn : hidden);
    expect(reached(lab, name, Arn.replace(KeyId, '0'.repeat(36)), place)).toBe(hidden);
  });

  it('of another account, written bare, is known to Decrypt alone', () => {
    const { lab, KeyId, Arn } = labWithAlias();
    expect(reached(lab, 'Decrypt', KeyId, { account: OTHER })).toBe(Arn);
    expect(reached(lab, 'Encrypt', KeyId, { account: OTHER })).toBe(
      `NotFoundException: Key '${Arn.replace(HOME, OTHER)}' does not exist`,
    );
  });

  it('is looked at in every operation that has one', () => {
    const listed = new Set([...ANY.split(' '), ...KEY_ONLY.split(' '), 'RetireGrant']);
    const taking = Object.values(operations).filter(({ input }) => Object.hasOwn(input.members, 'KeyId'));
    expect(new Set(taking.map(({ name }) => name))).toEqual(listed);
  });

  it('may be the name of an alias that does not exist', () => {
    const { lab, aliasArn } = labWithAlias();
    expect(reached(lab, 'DescribeKey', 'alias/none')).toBe(
      `NotFoundException: Alias ${aliasArn.replace('alias/a', 'alias/none')} is not found.`,
    );
    expect(reached(lab, 'DescribeKey', aliasArn.replace(HOME, OTHER))).toMatch(/^AccessDeniedException/);
  });
});
