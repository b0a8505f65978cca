import { describe, expect, it } from 'vitest';
import { Cloud, HOME_ACCESS_KEY } from '.';

describe('the clock', () => {
  it('does two things that come due on one key at one moment', () => {
    const cloud = new Cloud({ seed: 'clock', startMs: Date.UTC(2026, 10, 22) });
    const send = (operation: string, input: Record<string, unknown>) => {
      const request = { service: 'kms', operation, region: 'eu-west-1', credentials: HOME_ACCESS_KEY, input };
      const reply = cloud.send(request);
      return (reply.ok ? reply.output.KeyMetadata : reply.refusal.name) as {
        KeyId: string;
        KeyState: string;
      };
    };
    const { KeyId } = send('CreateKey', { MultiRegion: true });
    send('ReplicateKey', { KeyId, ReplicaRegion: 'eu-central-1' });
    cloud.advanceTo(cloud.world.nowMs + 3_600_000);
    send('RotateKeyOnDemand', { KeyId });
    send('UpdatePrimaryRegion', { KeyId, PrimaryRegion: 'eu-central-1' });
    const happened = cloud.advanceTo(cloud.world.nowMs + 3_600_000);
    expect(new Set(happened.map(({ atMs }) => atMs)).size).toBeLessThan(happened.length);
    expect(send('DescribeKey', { KeyId }).KeyState).toBe('Enabled');
  });
});
