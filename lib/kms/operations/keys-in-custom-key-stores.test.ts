import { describe, expect, it } from 'vitest';
import { utf8ToBytes } from '../../base';
import { DAY } from '../lab.testkit';
import { CLUSTER, ENDPOINT, EXTERNAL_KEY, MINUTE, StoreLab } from '../stores/stores.testkit';

const SECRET = utf8ToBytes('order 42');
const CONTEXT = { order: '42' };

function encrypt(lab: StoreLab, KeyId: string) {
  const request = { KeyId, Plaintext: SECRET, EncryptionContext: CONTEXT };
  return lab.ok<{ CiphertextBlob: Uint8Array }>('Encrypt', request).CiphertextBlob;
}

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
    const blob = encrypt(lab, key);
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
    encrypt(lab, vault.key);
    expect(eventData()).toEqual({ customKeyStoreId: vault.id, xksKeyId: EXTERNAL_KEY.id });
    encrypt(lab, hsm.key);
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

describe('cryptographic requests on keys whose backing is in trouble', () => {
  const invalid = (text: string) => `KMSInvalidStateException: ${text}`;

  it.each([
    [{ isReachable: false }, 'KMS cannot communicate with your CloudHSM cluster. This might be'],
    [{ activeHsms: [] }, 'KMS cannot communicate with your CloudHSM cluster. This might be'],
    [
      { kmsUser: 'LOCKED_OUT' as const },
      'KMS cannot communicate with your AWS CloudHSM cluster because the kmsuser is locked out.',
    ],
  ])('fail on a cluster that is %o though the store is connected', (settings, text) => {
    const lab = new StoreLab();
    const { key, id } = lab.hsm();
    const blob = encrypt(lab, key);
    lab.cluster(settings);
    expect(lab.no('Decrypt', { CiphertextBlob: blob, EncryptionContext: CONTEXT })).toContain(invalid(text));
    expect(lab.describe(key).KeyState).toBe('Enabled');
    expect(lab.no('GenerateRandom', { NumberOfBytes: 8, CustomKeyStoreId: id })).toContain(text);
  });

  it.each([
    [{ isDown: true }, 'AWS KMS cannot communicate with the external key store proxy.'],
    [
      { latenciesMs: [300] },
      'AWS KMS rejected the request because the external key store proxy did not respond in time.',
    ],
    [
      { refusal: 'AccessDeniedException' as const },
      'The external key store proxy denied access to the operation.',
    ],
    [
      { refusal: 'ThrottlingException' as const },
      'The external key store proxy rejected the request due to a very',
    ],
    [
      { managers: 'Unavailable' as const },
      'The external key store proxy rejected the request because it cannot communicate',
    ],
    [
      { keys: [] },
      'The external key store proxy rejected the request because it could not find the external key.',
    ],
    [
      { keys: [{ ...EXTERNAL_KEY, status: 'DISABLED' }] },
      'The external key store proxy rejected the request because the external key is not enabled',
    ],
    [
      { keys: [{ ...EXTERNAL_KEY, usage: ['ENCRYPT'] }] },
      'The external key store proxy rejected the request because the external key does not support',
    ],
  ])('fail on a proxy with %o: both layers are needed to decrypt', (settings, text) => {
    const lab = new StoreLab();
    const { key } = lab.vault();
    const blob = encrypt(lab, key);
    lab.proxy(settings);
    const request = { CiphertextBlob: blob, EncryptionContext: CONTEXT };
    expect(lab.no('Decrypt', request)).toContain(invalid(text));
    const sound = { isDown: false, latenciesMs: [20], refusal: 'None' as const, keys: [EXTERNAL_KEY] };
    lab.proxy({ ...sound, managers: 'Degraded' });
    expect(lab.ok('Decrypt', request)).toMatchObject({ Plaintext: SECRET });
  });

  it('succeed at the second attempt within 250 ms', () => {
    const lab = new StoreLab();
    const { key } = lab.vault();
    lab.proxy({ latenciesMs: [251, 250] });
    encrypt(lab, key);
  });

  it('are rejected by the external key when ciphertext and context do not belong together', () => {
    const lab = new StoreLab();
    const { key } = lab.vault();
    expect(lab.no('Decrypt', { CiphertextBlob: encrypt(lab, key) })).toBe(
      'InvalidCiphertextException: The external key store proxy rejected the request because the specified ciphertext or additional authenticated data is corrupted, missing, or otherwise invalid.',
    );
  });
});

describe('keys of a store that is away', () => {
  it('are Unavailable from the disconnection to the next connection, and what they were afterwards', () => {
    const lab = new StoreLab();
    const { id, key } = lab.vault();
    const blob = encrypt(lab, key);
    const request = { CiphertextBlob: blob, EncryptionContext: CONTEXT };
    lab.ok('DisconnectCustomKeyStore', { CustomKeyStoreId: id });
    expect(lab.describe(key)).toMatchObject({ KeyState: 'Unavailable', Enabled: false });
    const refusal = `KMSInvalidStateException: ${key} is unavailable.`;
    expect(lab.no('Decrypt', request)).toBe(refusal);
    expect(lab.no('GenerateDataKey', { KeyId: key, KeySpec: 'AES_256' })).toBe(refusal);
    expect(lab.no('CancelKeyDeletion', { KeyId: key })).toContain('is not pending deletion');
    lab.wait(MINUTE);
    lab.proxy({ isDown: true });
    expect(lab.connect(id)).toMatchObject({ ConnectionState: 'FAILED' });
    expect(lab.describe(key).KeyState).toBe('Unavailable');
    lab.ok('DisconnectCustomKeyStore', { CustomKeyStoreId: id });
    lab.wait(MINUTE);
    lab.proxy({ isDown: false });
    lab.connect(id);
    expect(lab.describe(key)).toMatchObject({ KeyState: 'Enabled', Enabled: true });
    expect(lab.ok('Decrypt', request)).toMatchObject({ Plaintext: SECRET });
  });

  it('may be disabled meanwhile, which shows when the store is back', () => {
    const lab = new StoreLab();
    const { id, key: KeyId } = lab.hsm();
    lab.ok('DisconnectCustomKeyStore', { CustomKeyStoreId: id });
    lab.ok('DisableKey', { KeyId });
    expect(lab.describe(KeyId).KeyState).toBe('Unavailable');
    lab.wait(MINUTE);
    lab.connect(id);
    expect(lab.describe(KeyId).KeyState).toBe('Disabled');
  });

  it('stay pending deletion, keep the store from being deleted, and are Unavailable when that is cancelled', () => {
    const lab = new StoreLab();
    const { id: CustomKeyStoreId, key: KeyId } = lab.hsm();
    lab.ok('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    lab.ok('DisconnectCustomKeyStore', { CustomKeyStoreId });
    lab.wait(MINUTE);
    expect(lab.describe(KeyId).KeyState).toBe('PendingDeletion');
    expect(lab.no('DeleteCustomKeyStore', { CustomKeyStoreId })).toBe('CustomKeyStoreHasCMKsException');
    lab.ok('CancelKeyDeletion', { KeyId });
    expect(lab.describe(KeyId).KeyState).toBe('Unavailable');
    lab.connect(CustomKeyStoreId);
    expect(lab.describe(KeyId).KeyState).toBe('Disabled');
    lab.ok('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    lab.wait(8 * DAY);
    lab.ok('DisconnectCustomKeyStore', { CustomKeyStoreId });
    lab.wait(MINUTE);
    lab.ok('DeleteCustomKeyStore', { CustomKeyStoreId });
  });

  it('need the very external key: another proxy without it cannot decrypt', () => {
    const lab = new StoreLab();
    const { key } = lab.vault();
    const blob = encrypt(lab, key);
    lab.proxy({ uriEndpoint: ENDPOINT, keys: [{ ...EXTERNAL_KEY, id: 'another' }] });
    expect(lab.no('Decrypt', { CiphertextBlob: blob, EncryptionContext: CONTEXT })).toContain(
      'could not find',
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
