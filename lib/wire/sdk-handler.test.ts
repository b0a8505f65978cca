import {
  CreateKeyCommand,
  KMSServiceException,
  NotFoundException,
  paginateListAliases,
  paginateListKeys,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { utf8ToBytes } from '../base';
import { kmsClient, newCloud, REGION, START_MS } from './wire.testkit';

async function failureOf(work: Promise<unknown>): Promise<KMSServiceException> {
  const error = await work.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof KMSServiceException)) throw error;
  return error;
}

describe('the unmodified SDK in this process', () => {
  it('creates a key and reads dates as dates', async () => {
    const kms = kmsClient(newCloud());
    const { KeyMetadata, $metadata } = await kms.createKey({ Description: 'größer', MultiRegion: false });
    expect(KeyMetadata).toMatchObject({
      AWSAccountId: '111122223333',
      Description: 'größer',
      CreationDate: new Date(START_MS),
      KeyState: 'Enabled',
    });
    expect($metadata).toMatchObject({ httpStatusCode: 200, attempts: 1 });
    expect($metadata.requestId).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('carries blobs both ways', async () => {
    const kms = kmsClient(newCloud());
    const { KeyMetadata } = await kms.createKey({});
    const Plaintext = Uint8Array.from({ length: 256 }, (_, i) => i);
    const EncryptionContext = { tenant: 'acme', __proto__x: 'ü' };
    const sealed = await kms.encrypt({ KeyId: KeyMetadata?.KeyId, Plaintext, EncryptionContext });
    const opened = await kms.decrypt({ CiphertextBlob: sealed.CiphertextBlob, EncryptionContext });
    expect(opened.Plaintext).toEqual(Plaintext);
    expect(opened.KeyId).toBe(KeyMetadata?.Arn);
  });

  it('has typed errors with their message, and none where AWS sends none', async () => {
    const kms = kmsClient(newCloud());
    const missing = await failureOf(kms.describeKey({ KeyId: '00000000-0000-4000-8000-000000000000' }));
    expect(missing).toBeInstanceOf(NotFoundException);
    expect(missing.message).toBe(
      `Key 'arn:aws:kms:${REGION}:111122223333:key/00000000-0000-4000-8000-000000000000' does not exist`,
    );
    expect([missing.$fault, missing.$metadata.httpStatusCode, missing.$metadata.attempts]).toEqual([
      'client',
      400,
      1,
    ]);
    const { KeyMetadata } = await kms.createKey({});
    const { CiphertextBlob } = await kms.encrypt({ KeyId: KeyMetadata?.KeyId, Plaintext: utf8ToBytes('x') });
    const tampered = await failureOf(kms.decrypt({ CiphertextBlob, EncryptionContext: { other: 'x' } }));
    expect([tampered.name, tampered.message]).toEqual(['InvalidCiphertextException', 'UnknownError']);
  });

  it('sends void operations an empty body, which the SDK takes', async () => {
    const kms = kmsClient(newCloud());
    const { KeyMetadata } = await kms.createKey({});
    const { $metadata, ...rest } = await kms.disableKey({ KeyId: KeyMetadata?.KeyId });
    expect([$metadata.httpStatusCode, rest]).toEqual([200, {}]);
    expect((await kms.describeKey({ KeyId: KeyMetadata?.KeyId })).KeyMetadata?.KeyState).toBe('Disabled');
  });

  it('walks pages with the paginators', async () => {
    const kms = kmsClient(newCloud());
    const made = new Set<string>();
    for (let i = 0; i < 25; i++) {
      const { KeyMetadata } = await kms.createKey({});
      made.add(KeyMetadata?.KeyId ?? '');
      await kms.createAlias({ AliasName: `alias/a${i}`, TargetKeyId: KeyMetadata?.KeyId });
    }
    const sizes: number[] = [];
    const listed = new Set<string>();
    for await (const { Keys = [] } of paginateListKeys({ client: kms, pageSize: 10 }, {})) {
      sizes.push(Keys.length);
      for (const { KeyId } of Keys) listed.add(KeyId ?? '');
    }
    expect([sizes, listed]).toEqual([[10, 10, 5], made]);
    const aliases: (string | undefined)[] = [];
    for await (const page of paginateListAliases({ client: kms, pageSize: 7 }, {})) {
      aliases.push(...(page.Aliases ?? []).map(({ AliasName }) => AliasName));
    }
    const predefined = aliases.filter((name) => name?.startsWith('alias/aws/'));
    expect([aliases.length - predefined.length, predefined.length]).toEqual([25, 10]);
  });

  it('works on two Regions with a client for each', async () => {
    const cloud = newCloud();
    const ireland = kmsClient(cloud);
    const frankfurt = kmsClient(cloud, { region: 'eu-central-1' });
    const { KeyMetadata } = await ireland.createKey({ MultiRegion: true });
    await ireland.replicateKey({ KeyId: KeyMetadata?.KeyId, ReplicaRegion: 'eu-central-1' });
    cloud.advanceTo(cloud.world.nowMs + 120_000);
    const { CiphertextBlob } = await ireland.encrypt({
      KeyId: KeyMetadata?.KeyId,
      Plaintext: utf8ToBytes('card'),
    });
    const { Plaintext } = await frankfurt.decrypt({ CiphertextBlob });
    expect(Plaintext).toEqual(utf8ToBytes('card'));
  });
});

describe('request-rate quotas', () => {
  it('make the SDK retry with growing pauses and give up after three attempts', async () => {
    const kms = kmsClient(newCloud(true));
    for (let i = 0; i < 5; i++) await kms.createKey({});
    const refused = await failureOf(kms.createKey({}));
    expect([refused.name, refused.message]).toEqual([
      'ThrottlingException',
      'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
    ]);
    expect(refused.$metadata).toMatchObject({ httpStatusCode: 400, attempts: 3 });
    expect(refused.$metadata.totalRetryDelay).toBeGreaterThan(0);
  });

  it('are met by a retry when time goes on', async () => {
    const cloud = newCloud(true);
    const kms = kmsClient(cloud);
    for (let i = 0; i < 5; i++) await kms.createKey({});
    const send = kms.send(new CreateKeyCommand({}));
    const timer = setInterval(() => cloud.advanceTo(cloud.world.nowMs + 1000), 5);
    const { $metadata } = await send.finally(() => clearInterval(timer));
    expect($metadata.attempts).toBeGreaterThan(1);
  });
});
