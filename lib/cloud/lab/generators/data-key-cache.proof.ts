import { KMS } from '@aws-sdk/client-kms';
import { beforeAll, describe, expect, it } from 'vitest';
import { sdkHandler } from '../../../wire';
import { kmsClient, newCloud } from '../../../wire/wire.testkit';
import { cachePlan, type DataKeyCache, kmsRequests } from './demand';

type EncryptionSdk = typeof import('@aws-crypto/client-browser');
let sdk: EncryptionSdk;

/** The library is made for browsers and looks for its window when it is loaded. */
beforeAll(async () => {
  Object.assign(globalThis, { window: globalThis, self: globalThis });
  sdk = await import('@aws-crypto/client-browser');
});

const MESSAGE_BYTES = 64;

/** KMS calls that the unmodified AWS Encryption SDK makes for messages of tenants in turn. */
async function callsOfTheSdk(cache: DataKeyCache, contexts: number, count: number): Promise<number> {
  const cloud = newCloud();
  cloud.quotas = false;
  const { KeyMetadata } = await kmsClient(cloud).createKey({});
  const clientProvider = sdk.getClient(KMS, {
    credentials: { accessKeyId: 'AKIAANYBODY', secretAccessKey: 'any' },
    requestHandler: sdkHandler(cloud),
  });
  const materials = new sdk.WebCryptoCachingMaterialsManager({
    backingMaterials: new sdk.KmsKeyringBrowser({ clientProvider, generatorKeyId: KeyMetadata?.Arn ?? '' }),
    cache: sdk.getLocalCryptographicMaterialsCache(cache.capacity),
    maxAge: cache.maxAgeSeconds * 1000,
    maxMessagesEncrypted: cache.maxMessages,
    maxBytesEncrypted: cache.maxBytes,
    partition: 'proof',
  });
  const { encrypt } = sdk.buildClient(sdk.CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
  const suiteId = sdk.AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;
  const plaintext = new Uint8Array(MESSAGE_BYTES);
  for (let message = 0; message < count; message++) {
    const encryptionContext = { tenant: `t${message % contexts}` };
    await encrypt(materials, plaintext, { encryptionContext, suiteId });
  }
  return cloud.world.log.since(0).filter(({ request }) => request.operation === 'GenerateDataKey').length;
}

describe('the model of the data-key cache', () => {
  const base: DataKeyCache = { maxAgeSeconds: 3600, maxMessages: 2 ** 32, maxBytes: 2 ** 40, capacity: 100 };

  it.each([
    ['one tenant, by messages', { ...base, maxMessages: 7 }, 1, 100],
    ['five tenants, by messages', { ...base, maxMessages: 7 }, 5, 123],
    ['by bytes', { ...base, maxBytes: MESSAGE_BYTES * 6 + 1 }, 3, 100],
    ['by bytes to the last one', { ...base, maxBytes: MESSAGE_BYTES * 6 }, 3, 100],
    ['more tenants than the cache holds', { ...base, capacity: 4 }, 5, 60],
    ['as many tenants as the cache holds', { ...base, capacity: 5 }, 5, 60],
  ])('asks KMS as often as the AWS Encryption SDK: %s', async (_, cache, contexts, count) => {
    const messages = { perSecond: 1_000_000, messageBytes: MESSAGE_BYTES, contexts, hosts: 1 };
    expect(kmsRequests(cachePlan(cache, messages), count)).toBe(await callsOfTheSdk(cache, contexts, count));
  });
});
