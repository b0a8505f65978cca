import { TRAIL_FACTS } from '../cloud';
import { type CloudTrailRecord, trailRecords } from '../services/cloudtrail';
import type { TrailRecordView, TrailView } from './model';
import { type AwsCommit, requestIdOf, type Scene } from './scene';
import { callerName } from './words';

/** So many records are listed. */
const LISTED = 200;

interface Recorded {
  readonly record: CloudTrailRecord;
  readonly seq: number;
  readonly user: string;
}

/** CloudTrail's records at the moment looked at, newest first. What the setup did counts among the older ones. */
export function trailView(scene: Scene, openId: string | undefined): TrailView {
  const { world, line } = scene;
  const setup = line.ends[line.setupCells - 1] ?? 0;
  const recorded: Recorded[] = [];
  let older = 0;
  for (const commit of [...world.log.since(setup)].reverse()) {
    if (recorded.length >= LISTED) older += 1;
    else recorded.push(...recordsOf(scene, commit));
  }
  const open = recorded.find(({ record }) => record.eventID === openId);
  return {
    records: recorded.map(recordView),
    older: older + setup,
    open: open && {
      eventId: open.record.eventID,
      json: JSON.stringify(open.record, null, 2),
      requestId: requestIdOf(scene, open.seq),
    },
  };
}

const made = new WeakMap<AwsCommit, readonly Recorded[]>();

/** A commit always gives the same records. */
function recordsOf({ world }: Scene, commit: AwsCommit): readonly Recorded[] {
  const known = made.get(commit);
  if (known) return known;
  const { principal } = commit.outcome.audit;
  const records = trailRecords(commit, world, TRAIL_FACTS).map((record) => ({
    record,
    seq: commit.seq,
    user: principal ? callerName(principal) : (record.userIdentity.invokedBy ?? ''),
  }));
  made.set(commit, records);
  return records;
}

function recordView({ record, user }: Recorded): TrailRecordView {
  return {
    eventId: record.eventID,
    at: record.eventTime.slice(11, 19),
    eventName: record.eventName,
    eventSource: record.eventSource,
    region: record.awsRegion,
    user,
    errorCode: record.errorCode,
  };
}
