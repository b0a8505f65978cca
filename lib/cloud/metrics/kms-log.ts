import type { AwsWorld } from '../../aws';
import type { AwsCommit } from '../../services/cloudtrail';
import type { MetricPlace } from '../../services/cloudwatch';

/** Commits from one moment up to another, newest first: only as much of the log is read as the span needs. */
export function* commitsIn(world: AwsWorld, fromMs: number, toMs: number): Generator<AwsCommit> {
  for (let seq = world.log.head; seq > world.log.checkpoint; seq--) {
    const commit = world.log.get(seq);
    if (!commit || commit.atMs < fromMs) return;
    if (commit.atMs < toMs) yield commit;
  }
}

/** KMS requests of an account's callers in a Region, newest first. */
export function* kmsRequests(
  world: AwsWorld,
  { account, region }: MetricPlace,
  fromMs = 0,
  toMs = Number.POSITIVE_INFINITY,
): Generator<AwsCommit> {
  for (const commit of commitsIn(world, fromMs, toMs)) {
    const { request, outcome } = commit;
    if (request.service !== 'kms' || request.region !== region) continue;
    if (outcome.audit.principal?.account === account) yield commit;
  }
}

export function isThrottled({ outcome }: AwsCommit): boolean {
  return outcome.refusal?.name === 'ThrottlingException';
}
