import { needs } from '../../lib/base';
import { Cloud, HOME_ACCESS_KEY } from '../../lib/cloud';

export const REGION = 'eu-west-1';
export const START_MS = Date.UTC(2026, 10, 22);
/** The context of every measured request, the raw ones included. */
export const CONTEXT = { tenant: 'acme', table: 'orders', field: 'pan' };

/** A lab without request-rate quotas: what is measured is the work, not the waiting. */
export function benchCloud(): Cloud {
  return new Cloud({ seed: 'bench', startMs: START_MS, quotas: false, keepCommits: 10_000 });
}

/** Sends a request that must succeed, to KMS as the administrator unless said otherwise. */
export function call(
  cloud: Cloud,
  operation: string,
  input: Record<string, unknown>,
  { service = 'kms', credentials = HOME_ACCESS_KEY }: { service?: string; credentials?: string } = {},
): Record<string, unknown> {
  const reply = cloud.send({ service, operation, region: REGION, credentials, input });
  needs(reply.ok, `${operation} was refused: ${reply.ok ? '' : reply.refusal.name}`);
  return reply.output;
}

export function createKeys(cloud: Cloud, count: number): string[] {
  return Array.from({ length: count }, () => {
    const { KeyMetadata } = call(cloud, 'CreateKey', {}) as { KeyMetadata: { Arn: string } };
    return KeyMetadata.Arn;
  });
}
