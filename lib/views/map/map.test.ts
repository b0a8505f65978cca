import { describe, expect, it } from 'vitest';
import type { MapRegionView, StoreShelfView } from '../model';
import { CENTRAL, Story, WEST } from '../story.testkit';

function shelf(regions: readonly MapRegionView[], region: string): StoreShelfView {
  const shelves = regions.find((one) => one.region === region)?.shelves ?? [];
  return shelves.find(({ kind }) => kind === 'store') as StoreShelfView;
}

function keysIn(regions: readonly MapRegionView[], region: string) {
  const found = regions.find((one) => one.region === region)?.shelves[0];
  return found?.kind === 'keys' ? found : undefined;
}

const A = { hue: 1, glyph: 'hex', label: 'A' } as const;
const B = { hue: 2, glyph: 'disc', label: 'B' } as const;

/** Replicates one bucket to another by a role that may do everything. */
function replicate(story: Story, from: string, to: string, ReplicaKmsKeyID: string): void {
  const trust = { Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const all = { Effect: 'Allow', Action: ['s3:*', 'kms:*'], Resource: '*' };
  const text = (Statement: object) => JSON.stringify({ Version: '2012-10-17', Statement });
  const RoleName = 'replication';
  story.send('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument: text(trust) });
  story.send('iam', 'PutRolePolicy', { RoleName, PolicyName: 'all', PolicyDocument: text(all) });
  const Rule = {
    Priority: 1,
    Filter: {},
    Status: 'Enabled',
    SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
    Destination: { Bucket: `arn:aws:s3:::${to}`, EncryptionConfiguration: { ReplicaKmsKeyID } },
    DeleteMarkerReplication: { Status: 'Disabled' },
  };
  const Role = 'arn:aws:iam::111122223333:role/replication';
  story.send('s3', 'PutBucketReplication', {
    Bucket: from,
    ReplicationConfiguration: { Role, Rules: [Rule] },
  });
}

describe('the map', () => {
  it('shows replicated bytes that nobody can read, and the key that did not travel', () => {
    const story = new Story();
    const keyId = story.createKey();
    story.send('kms', 'CreateAlias', { AliasName: 'alias/pan-field', TargetKeyId: keyId });
    story.orders(keyId, 2);
    const { regions, links } = story.screen().map;
    expect(keysIn(regions, WEST)).toEqual({
      kind: 'keys',
      id: 'kms',
      title: 'KMS',
      keys: [
        {
          keyId,
          name: 'alias/pan-field',
          facts: 'single-Region, Enabled, material 1 of 1',
          seals: [A],
          usable: true,
        },
      ],
      holes: [],
    });
    expect(keysIn(regions, CENTRAL)).toMatchObject({ keys: [], holes: [{ seal: A, labKnows: true }] });
    expect(shelf(regions, WEST)).toMatchObject({
      title: 'DynamoDB orders',
      count: '2 items',
      envelopes: [
        { label: 'orders 1', seal: A, state: 'readable' },
        { label: 'orders 2', seal: A, state: 'readable' },
      ],
      caption: { text: 'Each envelope carries its data key, wrapped under material', seal: A },
    });
    expect(shelf(regions, CENTRAL)).toMatchObject({
      count: '2 items',
      envelopes: [{ state: 'unreadable' }, { state: 'unreadable' }],
      caption: { strong: 'Replicated, unreadable.', verdict: 'refused', labKnows: true },
    });
    expect(links.map(({ shelf: on, state, caption }) => [on, state, caption])).toEqual([
      ['kms', 'absent', 'key A did not travel'],
      ['dynamodb/orders', 'flows', 'bytes replicate'],
    ]);
  });

  it('gives a replica the seal of its primary, and new material a seal of its own', () => {
    const story = new Story();
    const keyId = story.createKey({ MultiRegion: true });
    story.send('kms', 'ReplicateKey', { KeyId: keyId, ReplicaRegion: CENTRAL });
    expect(story.screen().map.links).toMatchObject([{ state: 'waiting', caption: 'replica being made' }]);
    story.wait(600_000);
    const before = story.screen().map;
    expect(keysIn(before.regions, WEST)?.keys[0]).toMatchObject({ seals: [A] });
    expect(keysIn(before.regions, CENTRAL)?.keys[0]).toMatchObject({
      facts: 'multi-Region replica, Enabled, material 1 of 1',
      seals: [A],
    });
    expect(before.links).toMatchObject([{ shelf: 'kms', state: 'flows', caption: 'same key material' }]);
    story.send('kms', 'RotateKeyOnDemand', { KeyId: keyId });
    story.wait(86_400_000);
    const after = story.screen().map.regions;
    expect(keysIn(after, WEST)?.keys[0]).toMatchObject({ seals: [B, A] });
    expect(keysIn(after, CENTRAL)?.keys[0]).toMatchObject({ seals: [B, A] });
  });

  it('says of the old material alone that it stayed behind, once a key of the other Region shares its own', () => {
    const story = new Story();
    story.orders(story.createKey(), 1);
    const shared = story.createKey({ MultiRegion: true });
    story.send('kms', 'ReplicateKey', { KeyId: shared, ReplicaRegion: CENTRAL });
    story.wait(600_000);
    const onKeys = story.screen().map.links.filter((link) => link.shelf === 'kms');
    expect(onKeys).toEqual([
      {
        from: WEST,
        to: CENTRAL,
        shelf: 'kms',
        state: 'absent',
        bothWays: false,
        caption: 'key A did not travel',
      },
      { from: WEST, to: CENTRAL, shelf: 'kms', state: 'flows', bothWays: true, caption: 'same key material' },
    ]);
  });

  it('says that a disabled key makes its envelopes unreadable for now', () => {
    const story = new Story();
    const keyId = story.createKey();
    story.orders(keyId, 1);
    story.send('kms', 'DisableKey', { KeyId: keyId });
    const { regions } = story.screen().map;
    expect(keysIn(regions, WEST)?.keys[0]).toMatchObject({ usable: false });
    expect(shelf(regions, WEST)).toMatchObject({
      envelopes: [{ state: 'unreadable' }],
      caption: { strong: 'Unreadable for now.', verdict: 'refused' },
    });
  });

  it('keeps the seal of what was wrapped when its key is gone', () => {
    const story = new Story();
    const first = story.createKey();
    story.orders(first, 1);
    const second = story.createKey();
    story.send('kms', 'ScheduleKeyDeletion', { KeyId: first, PendingWindowInDays: 7 });
    story.wait(8 * 86_400_000);
    const { regions } = story.screen().map;
    expect(keysIn(regions, WEST)?.keys).toMatchObject([{ keyId: second, seals: [B] }]);
  });

  it('shows the world of any moment, and then the present again', () => {
    const story = new Story();
    story.createKey();
    story.createKey();
    const now = story.screen().map;
    const hash = story.session.cloud.world.hash();
    expect(keysIn(story.screen({ at: 0 }).map.regions, WEST)?.keys).toEqual([]);
    expect(keysIn(story.screen({ at: 1 }).map.regions, WEST)?.keys).toMatchObject([{ seals: [A] }]);
    expect(story.screen().map).toEqual(now);
    expect(story.session.cloud.world.hash()).toBe(hash);
  });

  it('draws a handful that shows every seal there is', () => {
    const story = new Story();
    const old = story.createKey();
    story.orders(old, 9);
    const adopted = story.createKey();
    story.order(adopted, '99');
    const { envelopes } = shelf(story.screen().map.regions, WEST);
    expect(envelopes.length).toBe(6);
    expect([...new Set(envelopes.map(({ seal }) => seal.label))]).toEqual(['A', 'B']);
  });

  it('finds the data key of an object encrypted by S3', () => {
    const story = new Story();
    const keyId = story.createKey();
    story.send('s3', 'CreateBucket', {
      Bucket: 'northwind',
      CreateBucketConfiguration: { LocationConstraint: WEST },
    });
    story.send('s3', 'PutObject', {
      Bucket: 'northwind',
      Key: 'card.json',
      Body: new Uint8Array([1, 2, 3]),
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: keyId,
    });
    expect(shelf(story.screen().map.regions, WEST)).toMatchObject({
      title: 'S3 northwind',
      count: '1 object',
      envelopes: [{ label: 'card.json', seal: A, state: 'readable' }],
    });
  });

  it('puts a bucket and its copies on one shelf: S3 re-encrypts, so each Region reads with a key of its own', () => {
    const story = new Story();
    const keyId = story.createKey();
    const away = story.send('kms', 'CreateKey', {}, CENTRAL).KeyMetadata as { Arn: string };
    for (const [Bucket, region] of [
      ['northwind', WEST],
      ['northwind-copy', CENTRAL],
    ] as const) {
      story.send(
        's3',
        'CreateBucket',
        { Bucket, CreateBucketConfiguration: { LocationConstraint: region } },
        region,
      );
      story.send(
        's3',
        'PutBucketVersioning',
        { Bucket, VersioningConfiguration: { Status: 'Enabled' } },
        region,
      );
    }
    replicate(story, 'northwind', 'northwind-copy', away.Arn);
    story.send('s3', 'PutObject', {
      Bucket: 'northwind',
      Key: 'card.json',
      Body: new Uint8Array([1, 2, 3]),
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: keyId,
    });
    const underWay = story.screen().map;
    expect(shelf(underWay.regions, CENTRAL)).toMatchObject({
      count: 'northwind-copy: 0 objects',
      envelopes: [],
    });
    expect(underWay.links.at(-1)).toEqual({
      from: WEST,
      to: CENTRAL,
      shelf: 's3/northwind',
      state: 'waiting',
      bothWays: false,
      caption: 'bytes on their way',
    });
    story.wait(60_000);
    const { regions, links } = story.screen().map;
    expect(shelf(regions, WEST).envelopes).toMatchObject([
      { label: 'card.json', seal: A, state: 'readable' },
    ]);
    expect(shelf(regions, CENTRAL)).toMatchObject({
      id: 's3/northwind',
      title: 'S3 northwind',
      count: 'northwind-copy: 1 object',
      envelopes: [{ label: 'card.json', seal: B, state: 'readable' }],
    });
    expect(links.map(({ shelf: on, state }) => [on, state])).toEqual([['s3/northwind', 'flows']]);
  });

  it('hatches what S3 copied under a key that can no longer be used there', () => {
    const story = new Story();
    const keyId = story.createKey();
    story.send('s3', 'CreateBucket', {
      Bucket: 'northwind',
      CreateBucketConfiguration: { LocationConstraint: WEST },
    });
    const put = {
      Bucket: 'northwind',
      Key: 'card.json',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: keyId,
    };
    story.send('s3', 'PutObject', { ...put, Body: new Uint8Array([1]) });
    story.send('kms', 'DisableKey', { KeyId: keyId });
    expect(shelf(story.screen().map.regions, WEST)).toMatchObject({
      envelopes: [{ seal: A, state: 'unreadable' }],
      caption: { strong: 'Unreadable for now.', verdict: 'refused' },
    });
  });

  it('tells no more than a dashboard while the learner is to find out', () => {
    const story = new Story({ stage: () => ({ isVeiled: true }) });
    const keyId = story.createKey();
    story.orders(keyId, 1);
    const { regions, links } = story.screen().map;
    expect(keysIn(regions, CENTRAL)).toMatchObject({ holes: [] });
    expect(shelf(regions, CENTRAL)).toMatchObject({ count: '1 item', envelopes: [{ state: 'sealed' }] });
    const green = { strong: 'Active, in step.', verdict: 'allowed', text: 'Every item has arrived.' };
    expect([WEST, CENTRAL].map((region) => shelf(regions, region).caption)).toEqual([green, green]);
    expect(links.map(({ caption }) => caption)).toEqual(['bytes replicate']);
  });

  it('draws the keys that matter when a loop has made many', () => {
    const story = new Story();
    const used = story.createKey();
    story.orders(used, 1);
    for (let made = 0; made < 12; made++) story.createKey();
    const shelfOfKeys = keysIn(story.screen().map.regions, WEST);
    expect(shelfOfKeys?.title).toBe('KMS, 8 of 13 keys');
    expect(shelfOfKeys?.keys[0]?.keyId).toBe(used);
  });
});
