import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiRequest } from '../aws';
import { equalBytes } from '../base';
import { send } from '../pipeline';
import { DAY, FRANKFURT, HOME, IRELAND, KmsLab } from './lab.testkit';
import { aliases } from './records/alias';
import { type KeyRecord, keys } from './records/key';
import { materials } from './records/material';

const REGIONS = [IRELAND, FRANKFURT, 'us-east-1'];
const PLAINTEXT = new Uint8Array([4, 2]);
const EncryptionContext = { walk: 'random' };

/** A step names the key it wants by a number, taken among those that are there when it comes. */
const step = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('CreateKey'),
      MultiRegion: fc.boolean(),
      Origin: fc.constantFrom('AWS_KMS', 'AWS_KMS', 'EXTERNAL'),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'EnableKey',
        'DisableKey',
        'CancelKeyDeletion',
        'DisableKeyRotation',
        'RotateKeyOnDemand',
        'GetKeyRotationStatus',
        'TagResource',
        'UntagResource',
      ),
      key: fc.nat(),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('Encrypt', 'GenerateDataKey'), key: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('ScheduleKeyDeletion'),
      key: fc.nat(),
      PendingWindowInDays: fc.constantFrom(7, 30),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('EnableKeyRotation'),
      key: fc.nat(),
      RotationPeriodInDays: fc.constantFrom(90, 365),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('ReplicateKey'),
      key: fc.nat(),
      ReplicaRegion: fc.constantFrom(...REGIONS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('UpdatePrimaryRegion'),
      key: fc.nat(),
      PrimaryRegion: fc.constantFrom(...REGIONS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('CreateAlias', 'UpdateAlias', 'DeleteAlias'),
      target: fc.nat(),
      AliasName: fc.constantFrom('alias/a', 'alias/b'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('Wait'),
      ms: fc.constantFrom(1000, 6000, 6000, 6000, DAY, 8 * DAY, 100 * DAY),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Every walk begins with a set of two, so that there is something to meet. */
const FIRST: readonly Step[] = [
  { do: 'CreateKey', MultiRegion: true, Origin: 'AWS_KMS' },
  { do: 'ReplicateKey', key: 0, ReplicaRegion: FRANKFURT },
  { do: 'Wait', ms: 6000 },
];

const MORE: Readonly<Record<string, Record<string, unknown>>> = {
  Encrypt: { Plaintext: PLAINTEXT, EncryptionContext },
  GenerateDataKey: { KeySpec: 'AES_128', EncryptionContext },
  TagResource: { Tags: [{ TagKey: 'a', TagValue: '1' }] },
  UntagResource: { TagKeys: ['a'] },
};

/** Takes a step; answers the ciphertext it made. */
function take(lab: KmsLab, { do: name, ...rest }: Step): Uint8Array | undefined {
  const all: Record<string, unknown> = rest;
  if (name === 'Wait') {
    lab.wait(all.ms as number);
    return undefined;
  }
  const { key: _, target, ...input } = all;
  const ids = lab.world.table(keys).ids();
  const arn = ids[((all.key ?? target ?? 0) as number) % Math.max(1, ids.length)] ?? 'none';
  const named = target === undefined ? { KeyId: arn } : { TargetKeyId: arn };
  const region = arn.split(':')[3] ?? IRELAND;
  const reply = lab.send(name, { ...named, ...MORE[name], ...input }, { region });
  const blob = reply.ok ? reply.output.CiphertextBlob : undefined;
  return blob instanceof Uint8Array ? blob : undefined;
}

/** Sends everything again that the log of one lab holds, at the same moments. */
function replay(from: KmsLab): KmsLab {
  const lab = new KmsLab('walk');
  for (const { request, atMs } of from.world.log.since(0)) {
    if (request.service !== 'kms') continue;
    lab.wait(atMs - lab.world.nowMs);
    send(lab.engine, request as ApiRequest);
  }
  lab.wait(from.world.nowMs - lab.world.nowMs);
  return lab;
}

function checkKey(lab: KmsLab, key: KeyRecord): void {
  const { state } = key;
  const members = lab.world.table(keys).by('keyId', key.keyId);
  const primaries = members.filter((member) => member.multiRegion === 'PRIMARY');
  expect(primaries.length).toBe(key.multiRegion ? 1 : 0);
  expect(new Set(members.map((member) => member.region)).size).toBe(members.length);
  expect(key.settlesAtMs !== undefined).toBe(state === 'Creating' || state === 'Updating');
  expect(key.deletionAtMs !== undefined).toBe(state === 'PendingDeletion');
  if (state === 'Creating') expect(key.multiRegion).toBe('REPLICA');
  if (state === 'PendingReplicaDeletion') {
    expect([key.multiRegion, members.length > 1]).toEqual(['PRIMARY', true]);
  }
  if (state === 'PendingImport') expect(key.origin).toBe('EXTERNAL');
  if (key.multiRegion === 'REPLICA') {
    expect([key.rotation, key.onDemand, key.onDemandRotations]).toEqual([undefined, undefined, 0]);
  }
  const held = lab.world.table(materials).by('key', key.keyId);
  const current = held.filter((material) => material.state === 'CURRENT').map(({ materialId }) => materialId);
  expect(current).toEqual(key.origin === 'EXTERNAL' ? [] : [key.currentMaterialId]);
}

function checkWorld(lab: KmsLab): void {
  const all = lab.world.table(keys).all();
  for (const key of all) checkKey(lab, key);
  const owners = new Set(all.map((key) => key.keyId));
  expect(
    lab.world
      .table(materials)
      .all()
      .filter(({ keyId }) => !owners.has(keyId)),
  ).toEqual([]);
  for (const alias of lab.world.table(aliases).all()) {
    const target = lab.world.table(keys).get(alias.targetArn);
    expect(target && [target.account, target.region]).toEqual([HOME, alias.region]);
  }
}

/** What was once encrypted decrypts wherever a member of its set can be used, and nowhere else. */
function checkBlob(lab: KmsLab, blob: Uint8Array): void {
  for (const region of REGIONS) {
    const reply = lab.send('Decrypt', { CiphertextBlob: blob, EncryptionContext }, { region });
    if (reply.ok) expect((reply.output.Plaintext as Uint8Array).length).toBeGreaterThan(0);
    else expect(reply.refusal.name).toMatch(/^(AccessDenied|Disabled|KMSInvalidState)Exception$/);
    const refused = lab.send('Decrypt', { CiphertextBlob: blob }, { region });
    expect(refused.ok).toBe(false);
  }
}

describe('any walk through the operations', () => {
  it('keeps what must hold, gives the same world when it is walked again, and leaves none when it is undone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 50, size: 'max' }), (steps) => {
        const lab = new KmsLab('walk');
        const start = lab.world.hash();
        const blobs: Uint8Array[] = [];
        for (const one of [...FIRST, ...steps]) {
          const blob = take(lab, one);
          if (blob) blobs.push(blob);
          checkWorld(lab);
        }
        for (const blob of blobs) checkBlob(lab, blob);
        expect(replay(lab).world.hash()).toBe(lab.world.hash());
        lab.world.rewind(0);
        expect(lab.world.hash()).toBe(start);
      }),
      { numRuns: 30 },
    );
  });

  it('decrypts under every member what one of them encrypted, whatever rotated in between', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('rotate', 'wait', 'promote'), { maxLength: 8 }), (events) => {
        const lab = new KmsLab('walk');
        const { KeyId } = lab.createKey({ MultiRegion: true });
        lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
        lab.ok('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
        lab.wait(6000);
        const made: Uint8Array[] = [];
        for (const event of events) {
          for (const region of [IRELAND, FRANKFURT]) {
            if (event === 'rotate') lab.send('RotateKeyOnDemand', { KeyId }, { region });
            if (event === 'promote') {
              const PrimaryRegion = region === IRELAND ? FRANKFURT : IRELAND;
              lab.send('UpdatePrimaryRegion', { KeyId, PrimaryRegion }, { region });
            }
            const input = { KeyId, Plaintext: PLAINTEXT };
            made.push(lab.ok<{ CiphertextBlob: Uint8Array }>('Encrypt', input, { region }).CiphertextBlob);
          }
          lab.wait(event === 'wait' ? 50 * DAY : 6000);
        }
        for (const CiphertextBlob of made) {
          for (const region of [IRELAND, FRANKFURT]) {
            const { Plaintext } = lab.ok<{ Plaintext: Uint8Array }>(
              'Decrypt',
              { CiphertextBlob },
              { region },
            );
            expect(equalBytes(Plaintext, PLAINTEXT)).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
