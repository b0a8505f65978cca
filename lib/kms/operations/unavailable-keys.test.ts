import { describe, expect, it } from 'vitest';
import { DAY } from '../lab.testkit';
import {
  CONTEXT,
  ENDPOINT,
  EXTERNAL_KEY,
  encryptInContext,
  MINUTE,
  SECRET,
  StoreLab,
} from '../stores/stores.testkit';

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
    const blob = encryptInContext(lab, key);
    lab.cluster(settings);
    expect(lab.no('Decrypt', { CiphertextBlob: blob, EncryptionContext: CONTEXT })).toContain(invalid(text));
    expect(lab.describe(key).KeyState).toBe('Enabled');
    expect(lab.no('GenerateRandom', { NumberOfBytes: 8, CustomKeyStoreId: id })).toContain(text);
  });

  const internal = (text: string) => `KMSInternalException: ${text}`;

  it.each([
    [{ isDown: true }, internal('AWS KMS cannot communicate with the external key store proxy.')],
    [
      { latenciesMs: [300] },
      internal('AWS KMS rejected the request because the external key store proxy did not respond in time.'),
    ],
    [
      { refusal: 'AccessDeniedException' as const },
      invalid('The external key store proxy denied access to the operation.'),
    ],
    [
      { refusal: 'ThrottlingException' as const },
      internal('The external key store proxy rejected the request due to a very'),
    ],
    [
      { managers: 'Unavailable' as const },
      internal('The external key store proxy rejected the request because it cannot communicate'),
    ],
    [
      { keys: [] },
      invalid(
        'The external key store proxy rejected the request because it could not find the external key.',
      ),
    ],
    [
      { keys: [{ ...EXTERNAL_KEY, status: 'DISABLED' }] },
      invalid('The external key store proxy rejected the request because the external key is not enabled'),
    ],
    [
      { keys: [{ ...EXTERNAL_KEY, usage: ['ENCRYPT'] }] },
      invalid('The external key store proxy rejected the request because the external key does not support'),
    ],
  ])('fail on a proxy with %o: both layers are needed to decrypt', (settings, refusal) => {
    const lab = new StoreLab();
    const { key } = lab.vault();
    const blob = encryptInContext(lab, key);
    lab.proxy(settings);
    const request = { CiphertextBlob: blob, EncryptionContext: CONTEXT };
    expect(lab.no('Decrypt', request)).toContain(refusal);
    const sound = { isDown: false, latenciesMs: [20], refusal: 'None' as const, keys: [EXTERNAL_KEY] };
    lab.proxy({ ...sound, managers: 'Degraded' });
    expect(lab.ok('Decrypt', request)).toMatchObject({ Plaintext: SECRET });
  });

  it('tell what a proxy fails in passing as KMS’s own, until it failed more than half of five minutes’ requests (fact: kms-engine 9.4)', () => {
    const lab = new StoreLab();
    const { key } = lab.vault();
    const request = { CiphertextBlob: encryptInContext(lab, key), EncryptionContext: CONTEXT };
    const decrypt = () => {
      const reply = lab.send('Decrypt', request);
      return reply.ok ? 'ok' : `${reply.refusal.name} ${reply.refusal.status}`;
    };
    const [own, state] = ['KMSInternalException 500', 'KMSInvalidStateException 400'];
    lab.proxy({ isDown: true });
    expect([decrypt(), decrypt(), decrypt(), decrypt()]).toEqual([own, own, state, state]);
    lab.proxy({ isDown: false });
    expect([decrypt(), decrypt(), decrypt()]).toEqual(['ok', 'ok', 'ok']);
    lab.proxy({ isDown: true });
    expect([decrypt(), decrypt()]).toEqual([own, state]);
    lab.wait(5 * MINUTE);
    expect([decrypt(), decrypt()]).toEqual([own, state]);
  });

  it('are refused for good by what does not pass by itself, and that does not count as failing', () => {
    const lab = new StoreLab();
    const { key } = lab.vault();
    const request = { KeyId: key, KeySpec: 'AES_256' };
    lab.proxy({ keys: [] });
    for (let i = 0; i < 5; i++) expect(lab.no('GenerateDataKey', request)).toContain(invalid(''));
    lab.proxy({ keys: [EXTERNAL_KEY], isDown: true });
    expect(lab.no('GenerateDataKey', request)).toContain(internal(''));
  });

  it('succeed at the second attempt within 250 ms', () => {
    const lab = new StoreLab();
    const { key } = lab.vault();
    lab.proxy({ latenciesMs: [251, 250] });
    encryptInContext(lab, key);
  });

  it('are rejected by the external key when ciphertext and context do not belong together', () => {
    const lab = new StoreLab();
    const { key } = lab.vault();
    expect(lab.no('Decrypt', { CiphertextBlob: encryptInContext(lab, key) })).toBe(
      'InvalidCiphertextException: The external key store proxy rejected the request because the specified ciphertext or additional authenticated data is corrupted, missing, or otherwise invalid.',
    );
  });
});

describe('keys of a store that is away', () => {
  it('are Unavailable from the disconnection to the next connection, and what they were afterwards', () => {
    const lab = new StoreLab();
    const { id, key } = lab.vault();
    const blob = encryptInContext(lab, key);
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
    const blob = encryptInContext(lab, key);
    lab.proxy({ uriEndpoint: ENDPOINT, keys: [{ ...EXTERNAL_KEY, id: 'another' }] });
    expect(lab.no('Decrypt', { CiphertextBlob: blob, EncryptionContext: CONTEXT })).toContain(
      'could not find',
    );
  });
});
