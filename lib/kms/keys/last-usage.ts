import type { ApiRequest, AwsWorld } from '../../aws';
import type { Commit } from '../../world';
import type { KeyRecord } from '../records/key';
import type { Conditions } from '../rules/condition-keys';

/** Operations whose success counts as use of a key. fact: kms-engine 1.2 (KeyLastUsageTrackingOperation) */
const TRACKED = new Set([
  'Decrypt',
  'DeriveSharedSecret',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateMac',
  'ReEncrypt',
  'Sign',
  'Verify',
  'VerifyMac',
  'Encapsulate',
  'Decapsulate',
]);

export interface LastUsage {
  readonly operation: string;
  readonly atMs: number;
  readonly commit: Pick<Commit, 'seq' | 'parent'>;
}

/**
 * The last successful cryptographic request on a key. It is read from the log, so that a cryptographic request writes
 * nothing. differs: use older than the log's checkpoint is forgotten.
 */
export function lastUsageOf(world: AwsWorld, keyArn: string): LastUsage | undefined {
  for (let seq = world.log.head; seq > world.log.checkpoint; seq--) {
    const commit = world.log.get(seq);
    if (!commit || commit.outcome.refusal || !isTracked(commit.request)) continue;
    if (commit.outcome.audit.resources.includes(keyArn)) {
      return { operation: commit.request.operation, atMs: commit.atMs, commit };
    }
  }
  return undefined;
}

function isTracked({ service, operation }: ApiRequest): boolean {
  return service === 'kms' && TRACKED.has(operation);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** What operations that take a key out of use say of its use. fact: authorization 7 */
export function usageConditions(world: AwsWorld, key: KeyRecord | undefined): Conditions {
  return {
    'kms:TrailingDaysWithoutKeyUsage': () => key && [String(trailingDaysWithoutUsage(world, key))],
  };
}

/** Whole days since a key was last used, or made when it never was. */
function trailingDaysWithoutUsage(
  world: AwsWorld,
  key: { readonly arn: string; readonly createdAtMs: number },
): number {
  const since = lastUsageOf(world, key.arn)?.atMs ?? key.createdAtMs;
  return Math.floor((world.nowMs - since) / DAY_MS);
}
