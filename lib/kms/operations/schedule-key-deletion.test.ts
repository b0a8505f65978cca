import { describe, expect, it } from 'vitest';
import { DAY, FRANKFURT, KmsLab, START_MS } from '../lab.testkit';

describe('ScheduleKeyDeletion', () => {
  it('opens a waiting period of thirty days, or of as many as it is told', () => {
    const lab = new KmsLab();
    const [long, short] = [lab.createKey(), lab.createKey()];
    expect(lab.ok('ScheduleKeyDeletion', { KeyId: long.KeyId })).toEqual({
      KeyId: long.Arn,
      DeletionDate: START_MS + 30 * DAY,
      KeyState: 'PendingDeletion',
      PendingWindowInDays: 30,
    });
    expect(lab.trail()).toEqual({
      resources: [long.Arn],
      responseElements: {
        keyId: long.Arn,
        deletionDate: START_MS + 30 * DAY,
        keyState: 'PendingDeletion',
        pendingWindowInDays: 30,
      },
    });
    const answer = lab.ok('ScheduleKeyDeletion', { KeyId: short.Arn, PendingWindowInDays: 7 });
    expect(answer).toMatchObject({ DeletionDate: START_MS + 7 * DAY, PendingWindowInDays: 7 });
    expect(lab.describe(short.KeyId)).toMatchObject({
      Enabled: false,
      KeyState: 'PendingDeletion',
      DeletionDate: START_MS + 7 * DAY,
      PendingDeletionWindowInDays: undefined,
    });
  });

  it('refuses a window that the service does not take, though the model does', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    for (const PendingWindowInDays of [6, 31, 365]) {
      expect(lab.no('ScheduleKeyDeletion', { KeyId, PendingWindowInDays })).toBe(
        'ValidationException: PendingWindowInDays must be between 7 and 30',
      );
    }
    expect(lab.no('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 366 })).toMatch(
      "Value '366' at 'pendingWindowInDays' failed to satisfy constraint: Member must have value less than or equal to 365",
    );
  });

  it('tells policies the window, the default included', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    lab.asks('ScheduleKeyDeletion', { KeyId });
    expect(lab.asked[0]?.context('kms:ScheduleKeyDeletionPendingWindowInDays')).toEqual(['30']);
  });

  it('ends, when the window does, with the key and all that hangs on it', () => {
    const lab = new KmsLab();
    const empty = lab.world.hash();
    const { KeyId, Arn } = lab.createKey();
    lab.ok('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId });
    const { CiphertextBlob } = lab.ok('Encrypt', { KeyId, Plaintext: new Uint8Array(3) });
    lab.ok('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    lab.wait(7 * DAY - 1);
    expect(lab.describe(KeyId).KeyState).toBe('PendingDeletion');
    lab.wait(1);
    expect(lab.no('DescribeKey', { KeyId })).toBe(`NotFoundException: Key '${Arn}' does not exist`);
    expect(lab.no('DescribeKey', { KeyId: 'alias/a' })).toMatch('NotFoundException: Alias ');
    expect(lab.no('Decrypt', { CiphertextBlob })).toMatch('AccessDeniedException');
    lab.world.setClock(START_MS);
    expect(lab.world.hash()).toBe(empty);
  });

  it('makes a primary wait for its replicas (fact: kms-engine 7.3)', () => {
    const lab = new KmsLab();
    const primary = lab.createKey({ MultiRegion: true });
    const { KeyId } = primary;
    lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
    lab.wait(10_000);
    expect(lab.ok('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 14 })).toEqual({
      KeyId: primary.Arn,
      KeyState: 'PendingReplicaDeletion',
      PendingWindowInDays: 14,
    });
    expect(lab.describe(KeyId)).toMatchObject({
      KeyState: 'PendingReplicaDeletion',
      PendingDeletionWindowInDays: 14,
      DeletionDate: undefined,
    });
    lab.wait(100 * DAY);
    lab.ok('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 }, { region: FRANKFURT });
    lab.wait(7 * DAY);
    const gone = lab.world.nowMs;
    expect(lab.describe(KeyId)).toMatchObject({
      KeyState: 'PendingDeletion',
      PendingDeletionWindowInDays: undefined,
      DeletionDate: gone + 14 * DAY,
    });
    lab.wait(14 * DAY);
    expect(lab.no('DescribeKey', { KeyId })).toMatch('does not exist');
  });

  it('leaves the material to the rest of a set when one member goes', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey({ MultiRegion: true });
    lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
    const { CiphertextBlob } = lab.ok('Encrypt', { KeyId, Plaintext: new Uint8Array(3) });
    lab.ok('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 }, { region: FRANKFURT });
    lab.wait(7 * DAY);
    expect(lab.ok('Decrypt', { CiphertextBlob }).Plaintext).toEqual(new Uint8Array(3));
    expect(lab.describe(KeyId).MultiRegionConfiguration?.ReplicaKeys).toEqual([]);
  });
});
