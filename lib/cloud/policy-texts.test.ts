import { describe, expect, it } from 'vitest';
import { Cloud, HOME_ACCESS_KEY } from '.';

describe('a stored key policy', () => {
  it('may hold a statement without a resource, which then does nothing, fact: authorization 4', () => {
    const cloud = new Cloud({ seed: 'texts', startMs: Date.UTC(2026, 10, 22) });
    const send = (operation: string, input: Record<string, unknown>) =>
      cloud.send({ service: 'kms', operation, region: 'eu-west-1', credentials: HOME_ACCESS_KEY, input });
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'kms:*' }],
    });
    const made = send('CreateKey', { Policy, BypassPolicyLockoutSafetyCheck: true });
    const { KeyId } = (made.ok ? made.output.KeyMetadata : {}) as { KeyId?: string };
    const reply = send('DescribeKey', { KeyId });
    expect(reply.ok ? 'ok' : reply.refusal.name).toBe('AccessDeniedException');
  });
});
