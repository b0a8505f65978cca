import { describe, expect, it } from 'vitest';
import { HOME, KmsLab, START_MS } from '../lab.testkit';

describe('CreateKey', () => {
  it('makes an enabled symmetric key by default (fact: kms-engine 14.3)', () => {
    const lab = new KmsLab();
    const metadata = lab.createKey();
    const { KeyId, Arn, CurrentKeyMaterialId } = metadata;
    expect(KeyId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(CurrentKeyMaterialId).toMatch(/^[0-9a-f]{64}$/);
    expect(metadata).toEqual({
      AWSAccountId: HOME,
      KeyId,
      Arn: `arn:aws:kms:eu-west-1:${HOME}:key/${KeyId}`,
      CreationDate: START_MS,
      Enabled: true,
      Description: '',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: 'Enabled',
      Origin: 'AWS_KMS',
      KeyManager: 'CUSTOMER',
      CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      KeySpec: 'SYMMETRIC_DEFAULT',
      EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
      MultiRegion: false,
      CurrentKeyMaterialId,
    });
    expect(lab.trail()).toEqual({ resources: [Arn], responseElements: { keyMetadata: metadata } });
    expect(lab.describe(KeyId)).toEqual(metadata);
  });

  it('makes a primary without replicas when it shall be multi-Region', () => {
    const lab = new KmsLab();
    const { KeyId, Arn, MultiRegion, MultiRegionConfiguration } = lab.createKey({ MultiRegion: true });
    expect(KeyId).toMatch(/^mrk-[0-9a-f]{32}$/);
    expect({ MultiRegion, MultiRegionConfiguration }).toEqual({
      MultiRegion: true,
      MultiRegionConfiguration: {
        MultiRegionKeyType: 'PRIMARY',
        PrimaryKey: { Arn, Region: 'eu-west-1' },
        ReplicaKeys: [],
      },
    });
  });

  it('waits for material that its owner brings', () => {
    expect(new KmsLab().createKey({ Origin: 'EXTERNAL' })).toMatchObject({
      Enabled: false,
      KeyState: 'PendingImport',
      Origin: 'EXTERNAL',
      CurrentKeyMaterialId: undefined,
      ExpirationModel: undefined,
    });
  });

  it('keeps description, tags and policy as given', () => {
    const lab = new KmsLab();
    const Tags = [{ TagKey: 'team', TagValue: 'red' }];
    const { KeyId, Description } = lab.createKey({ Description: 'card data', Tags });
    expect(Description).toBe('card data');
    expect(lab.ok('ListResourceTags', { KeyId }).Tags).toEqual(Tags);
  });

  it('shows the algorithms of its usage alone', () => {
    const lab = new KmsLab();
    const algorithmsOf = (KeySpec: string, KeyUsage: string) =>
      Object.entries(lab.createKey({ KeySpec, KeyUsage })).filter(
        ([name, value]) => name.endsWith('Algorithms') && value !== undefined,
      );
    expect(algorithmsOf('ECC_NIST_P256', 'SIGN_VERIFY')).toEqual([['SigningAlgorithms', ['ECDSA_SHA_256']]]);
    expect(algorithmsOf('ECC_NIST_P256', 'KEY_AGREEMENT')).toEqual([['KeyAgreementAlgorithms', ['ECDH']]]);
    expect(algorithmsOf('HMAC_384', 'GENERATE_VERIFY_MAC')).toEqual([['MacAlgorithms', ['HMAC_SHA_384']]]);
    expect(algorithmsOf('ML_KEM_768', 'ENCAPSULATE_DECAPSULATE')).toEqual([
      ['EncapsulationAlgorithms', ['ML_KEM']],
    ]);
  });

  it('refuses what does not go together (fact: kms-engine 2.1, 4.3, 4.4)', () => {
    const lab = new KmsLab();
    const refusalOf = (input: Record<string, unknown>) => lab.no('CreateKey', input);
    expect(refusalOf({ KeySpec: 'RSA_2048' })).toBe(
      'ValidationException: You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    );
    expect(refusalOf({ KeySpec: 'HMAC_256', KeyUsage: 'ENCRYPT_DECRYPT' })).toBe(
      'ValidationException: KeyUsage ENCRYPT_DECRYPT is not compatible with KeySpec HMAC_256',
    );
    expect(refusalOf({ KeyUsage: 'SIGN_VERIFY' })).toBe(
      'ValidationException: KeyUsage SIGN_VERIFY is not compatible with KeySpec SYMMETRIC_DEFAULT',
    );
    const both = { KeySpec: 'SYMMETRIC_DEFAULT', CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT' };
    expect(refusalOf(both)).toMatch(
      'You cannot specify KeySpec and CustomerMasterKeySpec in the same request.',
    );
    const lattice = { KeySpec: 'ML_DSA_44', KeyUsage: 'SIGN_VERIFY', Origin: 'EXTERNAL' };
    expect(refusalOf(lattice)).toBe(
      'ValidationException: KeySpec ML_DSA_44 is not supported for Origin EXTERNAL',
    );
    expect(refusalOf({ KeySpec: 'SM2', KeyUsage: 'SIGN_VERIFY' })).toMatch(
      'SM2 is not supported in eu-west-1',
    );
    expect(refusalOf({ Origin: 'AWS_CLOUDHSM' })).toMatch('CustomKeyStoreId is required');
    expect(refusalOf({ CustomKeyStoreId: 'cks-1' })).toMatch('CustomKeyStoreId is not supported');
    expect(refusalOf({ XksKeyId: 'x' })).toMatch('XksKeyId is not supported');
  });

  it('knows newer specs by the newer member only', () => {
    const lab = new KmsLab();
    lab.createKey({ CustomerMasterKeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
    expect(lab.no('CreateKey', { CustomerMasterKeySpec: 'ML_DSA_44', KeyUsage: 'SIGN_VERIFY' })).toBe(
      "ValidationException: 1 validation error detected: Value 'ML_DSA_44' at 'customerMasterKeySpec' failed to satisfy constraint: Member must satisfy enum value set: [RSA_2048, RSA_3072, RSA_4096, ECC_NIST_P256, ECC_NIST_P384, ECC_NIST_P521, ECC_SECG_P256K1, SYMMETRIC_DEFAULT, HMAC_224, HMAC_256, HMAC_384, HMAC_512, SM2]",
    );
  });

  it('checks tags and policy, and asks for the right to tag only when there are tags', () => {
    const lab = new KmsLab();
    const Tags = [{ TagKey: 'a', TagValue: '1' }];
    expect(lab.no('CreateKey', { Tags: [...Tags, ...Tags] })).toBe('TagException: Duplicate tag keys');
    expect(lab.no('CreateKey', { Policy: '{}' })).toMatch('MalformedPolicyDocumentException');
    expect(lab.asks('CreateKey')).toEqual([['kms:CreateKey', '*']]);
    expect(lab.asks('CreateKey', { Tags, MultiRegion: true })).toEqual([
      ['kms:CreateKey', '*'],
      ['kms:TagResource', '*'],
    ]);
    const [create] = lab.asked;
    expect(
      ['kms:KeySpec', 'kms:KeyUsage', 'kms:KeyOrigin', 'kms:MultiRegionKeyType', 'aws:RequestTag/a'].map(
        (key) => create?.context(key),
      ),
    ).toEqual([['SYMMETRIC_DEFAULT'], ['ENCRYPT_DECRYPT'], ['AWS_KMS'], ['PRIMARY'], ['1']]);
    expect([create?.needsDelegation, create?.resourcePolicy]).toEqual([false, undefined]);
  });

  it('makes five keys a second', () => {
    const lab = new KmsLab('lab', true);
    for (let i = 0; i < 5; i++) lab.createKey();
    expect(lab.no('CreateKey')).toBe('ThrottlingException');
    lab.wait(200);
    lab.createKey();
  });
});
