import type { AwsWorld } from '../../aws';
import type { TrailFacts } from './facts';
import type { CloudTrailRecord } from './record';
import { type TrailRecord, trails } from './records/trail';
import { trailRecords } from './trail';

export interface Delivered {
  readonly atMs: number;
  readonly record: CloudTrailRecord;
}

/**
 * What trails deliver to a log group between two moments, newest first: read from the log, stored nowhere.
 * differs: a record is there at once; at AWS it takes minutes. What lies behind the log's checkpoint is gone
 */
export function* deliveredTo(
  world: AwsWorld,
  logGroupArn: string,
  facts: TrailFacts,
  fromMs: number,
  toMs: number,
): Generator<Delivered> {
  const delivering = world.table(trails).by('logGroup', logGroupArn);
  if (delivering.length === 0) return;
  for (let seq = world.log.head; seq > world.log.checkpoint; seq--) {
    const commit = world.log.get(seq);
    if (!commit || commit.atMs < fromMs) return;
    if (commit.atMs >= toMs) continue;
    for (const record of trailRecords(commit, world, facts)) {
      if (delivering.some((trail) => delivers(trail, record, commit.atMs)))
        yield { atMs: commit.atMs, record };
    }
  }
}

function delivers(trail: TrailRecord, record: CloudTrailRecord, atMs: number): boolean {
  if (record.recipientAccountId !== trail.account) return false;
  if (!trail.isMultiRegion && record.awsRegion !== trail.region) return false;
  return trail.spans.some(({ fromMs, toMs }) => atMs >= fromMs && (toMs === undefined || atMs < toMs));
}

/** Whether a trail delivers to this log group. */
export function isDeliveredTo(world: AwsWorld, logGroupArn: string): boolean {
  return world.table(trails).countBy('logGroup', logGroupArn) > 0;
}
