import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Cloud, HOME_ACCESS_KEY } from './cloud';
import { serviceEvents } from './service-events';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 11, 1, 9, 50);

describe('what the trail tells of imported material', () => {
  it('names the rotation to it, its expiry, and the deletion of a key that takes it along', () => {
    const cloud = new Cloud({ seed: 'imported', startMs: START });
    const ok = (operation: string, input: Record<string, unknown>) => {
      const request = { service: 'kms', operation, region: 'eu-west-1', credentials: HOME_ACCESS_KEY, input };
      const reply = cloud.send(request);
      return reply.ok ? reply.output : expect.unreachable(`${operation}: ${reply.refusal.message}`);
    };
    const told = () => {
      const commit = cloud.world.log.get(cloud.world.log.head);
      return commit ? serviceEvents(commit) : [];
    };
    const { Arn } = ok('CreateKey', { Origin: 'EXTERNAL' }).KeyMetadata as { Arn: string };
    const wrapping = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' };
    const { ImportToken, PublicKey } = ok('GetParametersForImport', { KeyId: Arn, ...wrapping });
    const spki = Buffer.from(PublicKey as Uint8Array);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const bring = (byte: number, more: Record<string, unknown>) => {
      const rsa = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
      const EncryptedKeyMaterial = Uint8Array.from(publicEncrypt(rsa, new Uint8Array(32).fill(byte)));
      ok('ImportKeyMaterial', { KeyId: Arn, ImportToken, EncryptedKeyMaterial, ...more });
    };
    bring(1, { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' });
    bring(2, { ImportType: 'NEW_KEY_MATERIAL', ValidTo: START + DAY });
    ok('RotateKeyOnDemand', { KeyId: Arn });
    cloud.advanceTo(START + 60_000);
    const event = { service: 'kms', region: 'eu-west-1', account: '111122223333', resources: [Arn] };
    const serviceEventDetails = { keyId: Arn, rotationType: 'ON_DEMAND', keyOrigin: 'EXTERNAL' };
    expect(told()).toEqual([{ ...event, eventName: 'RotateKey', serviceEventDetails }]);
    cloud.advanceTo(START + DAY);
    expect(told()).toEqual([
      { ...event, eventName: 'DeleteExpiredKeyMaterial', serviceEventDetails: { keyId: Arn } },
    ]);
    ok('ScheduleKeyDeletion', { KeyId: Arn, PendingWindowInDays: 7 });
    cloud.advanceTo(START + 9 * DAY);
    expect(told()).toEqual([{ ...event, eventName: 'DeleteKey', serviceEventDetails: { keyId: Arn } }]);
  });
});
