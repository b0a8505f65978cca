import { KMS } from '@aws-sdk/client-kms';
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8ToBytes } from '../base';
import type { Cloud } from '../cloud';
import { sdkHandler } from '.';
import { kmsClient, newCloud, REGION } from './wire.testkit';

type EncryptionSdk = typeof import('@aws-crypto/client-browser');
let sdk: EncryptionSdk;

/** The library is made for browsers and looks for its window when it is loaded. */
beforeAll(async () => {
  Object.assign(globalThis, { window: globalThis, self: globalThis });
  sdk = await import('@aws-crypto/client-browser');
});

const FRANKFURT = 'eu-central-1';
const CONTEXT = { tenant: 'acme', purpose: 'orders' };
const CARD = utf8ToBytes('4111 1111 1111 1111');

/** The library's own way to a client for each Region, with the lab behind it. */
function clientProvider(cloud: Cloud) {
  return sdk.getClient(KMS, {
    credentials: { accessKeyId: 'AKIAANYBODY', secretAccessKey: 'any' },
    requestHandler: sdkHandler(cloud),
  });
}

async function newKey(cloud: Cloud, MultiRegion = false): Promise<string> {
  const { KeyMetadata } = await kmsClient(cloud).createKey({ MultiRegion });
  return KeyMetadata?.Arn ?? '';
}

/** KMS operations since the world began, in order. */
function kmsCalls(cloud: Cloud, ...operations: string[]): number {
  return cloud.world.log.since(0).filter(({ request }) => operations.includes(request.operation)).length;
}

function strict() {
  return sdk.buildClient(sdk.CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
}

describe('the AWS Encryption SDK', () => {
  it('encrypts under two KMS keys, and either of them decrypts', async () => {
    const cloud = newCloud();
    const [generatorKeyId, second] = [await newKey(cloud), await newKey(cloud)];
    const keyring = new sdk.KmsKeyringBrowser({
      clientProvider: clientProvider(cloud),
      generatorKeyId,
      keyIds: [second],
    });
    const { encrypt, decrypt } = strict();
    const { result } = await encrypt(keyring, CARD, { encryptionContext: CONTEXT });
    const only = new sdk.KmsKeyringBrowser({ clientProvider: clientProvider(cloud), keyIds: [second] });
    const { plaintext, messageHeader } = await decrypt(only, result);
    expect(plaintext).toEqual(CARD);
    expect(messageHeader.encryptionContext).toMatchObject(CONTEXT);
    expect(messageHeader.encryptedDataKeys.map(({ providerInfo }) => providerInfo)).toEqual([
      generatorKeyId,
      second,
    ]);
  });

  it('finds the key by itself with a discovery keyring, and only in the account it is told', async () => {
    const cloud = newCloud();
    const generatorKeyId = await newKey(cloud);
    const provider = clientProvider(cloud);
    const { encrypt, decrypt } = strict();
    const keyring = new sdk.KmsKeyringBrowser({ clientProvider: provider, generatorKeyId });
    const { result } = await encrypt(keyring, CARD);
    const inAccount = (account: string) =>
      new sdk.AwsKmsMrkAwareSymmetricDiscoveryKeyringBrowser({
        client: kmsClient(cloud),
        discoveryFilter: { accountIDs: [account], partition: 'aws' },
      });
    const anywhere = new sdk.KmsKeyringBrowser({ clientProvider: provider, discovery: true });
    expect((await decrypt(anywhere, result)).plaintext).toEqual(CARD);
    expect((await decrypt(inAccount('111122223333'), result)).plaintext).toEqual(CARD);
    await expect(decrypt(inAccount('444455556666'), result)).rejects.toThrow('No EDKs supplied');
  });

  it('decrypts in another Region with the replica of a multi-Region key', async () => {
    const cloud = newCloud();
    const primary = await newKey(cloud, true);
    const replica = primary.replace(REGION, FRANKFURT);
    await kmsClient(cloud).replicateKey({ KeyId: primary, ReplicaRegion: FRANKFURT });
    cloud.advanceTo(cloud.world.nowMs + 120_000);
    const keyringIn = (keyId: string, region: string) =>
      new sdk.AwsKmsMrkAwareSymmetricKeyringBrowser({ keyId, client: kmsClient(cloud, { region }) });
    const { encrypt, decrypt } = strict();
    const { result } = await encrypt(keyringIn(primary, REGION), CARD, { encryptionContext: CONTEXT });
    expect((await decrypt(keyringIn(replica, FRANKFURT), result)).plaintext).toEqual(CARD);
    const stranger = await newKey(cloud);
    await expect(decrypt(keyringIn(stranger, REGION), result)).rejects.toThrow('No EDKs supplied');
  });

  it('keeps to the commitment policy', async () => {
    const cloud = newCloud();
    const keyring = new sdk.KmsKeyringBrowser({
      clientProvider: clientProvider(cloud),
      generatorKeyId: await newKey(cloud),
    });
    const old = sdk.buildClient(sdk.CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT);
    const { result } = await old.encrypt(keyring, CARD);
    expect((await old.decrypt(keyring, result)).plaintext).toEqual(CARD);
    await expect(strict().decrypt(keyring, result)).rejects.toThrow(/[Cc]ommitment/);
  });

  it('refuses a message in which one bit was changed, whichever it is', async () => {
    const cloud = newCloud();
    const keyring = new sdk.KmsKeyringBrowser({
      clientProvider: clientProvider(cloud),
      generatorKeyId: await newKey(cloud),
    });
    const { encrypt, decrypt } = strict();
    const { result } = await encrypt(keyring, CARD, { encryptionContext: CONTEXT });
    for (let at = 0; at < result.length; at += 23) {
      const tampered = result.slice();
      tampered[at] = (tampered[at] ?? 0) ^ 1;
      await expect(decrypt(keyring, tampered)).rejects.toThrow();
    }
    expect((await decrypt(keyring, result)).plaintext).toEqual(CARD);
  });

  it('calls KMS twice for a thousand messages where one data key may serve five hundred', async () => {
    const cloud = newCloud();
    const keyring = new sdk.KmsKeyringBrowser({
      clientProvider: clientProvider(cloud),
      generatorKeyId: await newKey(cloud),
    });
    const materials = new sdk.WebCryptoCachingMaterialsManager({
      backingMaterials: keyring,
      cache: sdk.getLocalCryptographicMaterialsCache(10),
      maxAge: 600_000,
      maxMessagesEncrypted: 500,
      partition: 'orders',
    });
    // Signing every message would be most of the time and is not what is counted here.
    const suiteId = sdk.AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;
    const { encrypt } = strict();
    for (let i = 0; i < 1000; i++) {
      await encrypt(materials, CARD, { encryptionContext: CONTEXT, suiteId });
    }
    expect(kmsCalls(cloud, 'GenerateDataKey', 'Encrypt', 'Decrypt')).toBe(2);
  });
});
