import { needs } from '../../lib/base';
import { Cloud, HOME_ACCESS_KEY } from '../../lib/cloud';

export const REGION = 'eu-west-1';
/** The context of every measured request, the raw ones included. */
export const CONTEXT = { tenant: 'acme', table: 'orders', field: 'pan' };

/** A lab without request-rate quotas: what is measured is the work, not the waiting. */
export function benchCloud(): Cloud {
  return new Cloud({ seed: 'bench', startMs: Date.UTC(2026, 10, 22), quotas: false, keepCommits: 10_000 });
}

export function call(
  cloud: Cloud,
  operation: string,
  input: Record<string, unknown>,
): Record<string, unknown> {
  const reply = cloud.send({
    service: 'kms',
    operation,
    region: REGION,
    credentials: HOME_ACCESS_KEY,
    input,
  });
  needs(reply.ok, `${operation} was refused: ${reply.ok ? '' : reply.refusal.name}`);
  return reply.output;
}

export function createKeys(cloud: Cloud, count: number): string[] {
  return Array.from({ length: count }, () => {
    const { KeyMetadata } = call(cloud, 'CreateKey', {}) as { KeyMetadata: { Arn: string } };
    return KeyMetadata.Arn;
  });
}
