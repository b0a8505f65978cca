import { describe, expect, it } from 'vitest';
import { CLUSTER, CONTEXT, EXTERNAL_KEY, encryptInContext, SECRET, StoreLab } from '../stores/stores.testkit';

describe('KMS keys in custom key stores', () => {
  it('show their store and backing, and never a material', () => {
    const lab = new StoreLab();
    const hsm = lab.hsm();
    const vault = lab.vault();
    const { CustomKeyStoreId, CloudHsmClusterId, CurrentKeyMaterialId, XksKeyConfiguration, Origin } =
      lab.describe(hsm.key);
    expect({
      CustomKeyStoreId,
      CloudHsmClusterId,
      CurrentKeyMaterialId,
      XksKeyConfiguration,
      Origin,
    }).toEqual({
      CustomKeyStoreId: hsm.id,
      CloudHsmClusterId: CLUSTER,
      CurrentKeyMaterialId: undefined,
      XksKeyConfiguration: undefined,
      Origin: 'AWS_CLOUDHSM',
    });
    expect(lab.describe(vault.key)).toMatchObject({
      CustomKeyStoreId: vault.id,
      CurrentKeyMaterialId: undefined,
      XksKeyConfiguration: { Id: EXTERNAL_KEY.id },
      Origin: 'EXTERNAL_KEY_STORE',
      KeyState: 'Enabled',
    });
  });

  it.each(['hsm', 'vault'] as const)('encrypt, make data keys and re-encrypt in %s as any other', (kind) => {
    const lab = new StoreLab();
    const { key } = lab[kind]();
    const blob = encryptInContext(lab, key);
    expect(lab.ok('Decrypt', { CiphertextBlob: blob, EncryptionContext: CONTEXT })).toEqual({
      KeyId: key,
      Plaintext: SECRET,
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      CiphertextForRecipient: undefined,
      KeyMaterialId: undefined,
    });
    expect(lab.no('Decrypt', { CiphertextBlob: blob })).toContain('InvalidCiphertextException');
    const made = lab.ok<Record<string, Uint8Array>>('GenerateDataKey', { KeyId: key, KeySpec: 'AES_256' });
    const opened = lab.ok('Decrypt', { CiphertextBlob: made.CiphertextBlob });
    expect(opened.Plaintext).toEqual(made.Plaintext);
    const other = lab.createKey().Arn;
    const moved = lab.ok('ReEncrypt', {
      CiphertextBlob: blob,
      SourceEncryptionContext: CONTEXT,
      DestinationKeyId: other,
    });
    expect(moved).toMatchObject({ SourceKeyId: key, KeyId: other, SourceKeyMaterialId: undefined });
  });

  it('are named to the trail with their store', () => {
    const lab = new StoreLab();
    const [hsm, vault] = [lab.hsm(), lab.vault()];
    const eventData = () => lab.world.log.get(lab.world.log.head)?.outcome.audit.additionalEventData;
    encryptInContext(lab, vault.key);
    expect(eventData()).toEqual({ customKeyStoreId: vault.id, xksKeyId: EXTERNAL_KEY.id });
    encryptInContext(lab, hsm.key);
    expect(eventData()).toEqual({
      customKeyStoreId: hsm.id,
      backingKeyId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('spend from the pool of their store, 1,800 requests a second', () => {
    const lab = new StoreLab('stores', true);
    const { key } = lab.hsm();
    let served = 0;
    while (served < 2000 && lab.send('Encrypt', { KeyId: key, Plaintext: SECRET }).ok) served += 1;
    expect(served).toBe(1800);
    expect(lab.send('Encrypt', { KeyId: lab.createKey().Arn, Plaintext: SECRET }).ok).toBe(true);
  });

  it('neither rotate nor make data key pairs', () => {
    const lab = new StoreLab();
    const { key: KeyId } = lab.hsm();
    const refusal = `UnsupportedOperationException: ${KeyId} origin is AWS_CLOUDHSM which is not valid for this operation`;
    for (const operation of [
      'EnableKeyRotation',
      'DisableKeyRotation',
      'GetKeyRotationStatus',
      'RotateKeyOnDemand',
      'ListKeyRotations',
    ]) {
      expect(lab.no(operation, { KeyId })).toBe(refusal);
    }
    expect(lab.no('GenerateDataKeyPair', { KeyId, KeyPairSpec: 'ECC_NIST_P256' })).toBe(refusal);
  });
});

describe('CreateKey in a custom key store', () => {
  const external = (CustomKeyStoreId: string, XksKeyId = 'second') => ({
    Origin: 'EXTERNAL_KEY_STORE',
    CustomKeyStoreId,
    XksKeyId,
  });

  it.each([
    [
      { spec: 'AES_128' },
      'The key spec of the external key must be AES_256. The key spec of specified external key is AES_128.',
    ],
    [
      { status: 'DISABLED' },
      'The status of the external key must be ENABLED. The status of specified external key is DISABLED.',
    ],
    [
      { usage: ['ENCRYPT'] },
      'The key usage of the external key must include ENCRYPT and DECRYPT. The key use of specified external key is ENCRYPT.',
    ],
  ])('refuses an external key with %o', (change, text) => {
    const lab = new StoreLab();
    const { id } = lab.vault();
    lab.proxy({ keys: [EXTERNAL_KEY, { ...EXTERNAL_KEY, id: 'second', ...change }] });
    expect(lab.no('CreateKey', external(id))).toBe(`XksKeyInvalidConfigurationException: ${text}`);
  });

  it('refuses an external key that is not there, or that another key of the store uses', () => {
    const lab = new StoreLab();
    const { id } = lab.vault();
    expect(lab.no('CreateKey', external(id))).toBe(
      'XksKeyNotFoundException: The external key store proxy rejected the request because it could not find the external key.',
    );
    expect(lab.no('CreateKey', external(id, EXTERNAL_KEY.id))).toBe('XksKeyAlreadyInUseException');
  });

  it('tells trouble of the proxy as a state of the store', () => {
    const lab = new StoreLab();
    const { id } = lab.vault();
    lab.proxy({ isDown: true });
    expect(lab.no('CreateKey', external(id))).toContain(
      'CustomKeyStoreInvalidStateException: AWS KMS cannot communicate with the external key store proxy.',
    );
  });

  it('needs a connected store of its origin, and two Availability Zones for CloudHSM', () => {
    const lab = new StoreLab();
    const { id } = lab.hsm();
    const request = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: id };
    expect(lab.no('CreateKey', external(id))).toBe(
      `ValidationException: Origin EXTERNAL_KEY_STORE is not valid for the custom key store ${id}`,
    );
    lab.cluster({ activeHsms: ['eu-west-1a'] });
    expect(lab.no('CreateKey', request)).toBe('CloudHsmClusterInvalidConfigurationException');
    lab.ok('DisconnectCustomKeyStore', { CustomKeyStoreId: id });
    expect(lab.no('CreateKey', request)).toBe('CustomKeyStoreInvalidStateException');
    expect(lab.no('CreateKey', { ...request, CustomKeyStoreId: 'cks-0' })).toBe(
      'CustomKeyStoreNotFoundException',
    );
  });
});

describe('GenerateRandom in a custom key store', () => {
  it('takes bytes from a connected cluster alone', () => {
    const lab = new StoreLab();
    const [hsm, vault] = [lab.hsm(), lab.vault()];
    const request = (CustomKeyStoreId: string) => ({ NumberOfBytes: 8, CustomKeyStoreId });
    expect((lab.ok('GenerateRandom', request(hsm.id)).Plaintext as Uint8Array).length).toBe(8);
    expect(lab.no('GenerateRandom', request(vault.id))).toBe('UnsupportedOperationException');
    expect(lab.no('GenerateRandom', request('cks-0'))).toBe('CustomKeyStoreNotFoundException');
    lab.ok('DisconnectCustomKeyStore', { CustomKeyStoreId: hsm.id });
    expect(lab.no('GenerateRandom', request(hsm.id))).toBe('CustomKeyStoreInvalidStateException');
  });
});
