import { LAB_SERVICE } from '../cloud';
import { requestIdOf as awsRequestId } from '../pipeline';
import type { TrailRecordView, TrailView } from './model';
import type { AwsCommit, Scene } from './scene';
import { callerName, serviceHost, timeOfDay } from './words';

/** So many records are listed. */
const LISTED = 200;

/** CloudTrail's records at the moment looked at, newest first. */
export function trailView(scene: Scene, _openId: string | undefined): TrailView {
  const { world, line } = scene;
  const setup = line.ends[line.setupCells - 1] ?? 0;
  const commits = world.log.since(setup).filter(({ request }) => request.service !== LAB_SERVICE);
  const shown = commits.slice(-LISTED).reverse();
  return { records: shown.map((commit) => recordView(scene, commit)), older: commits.length - shown.length };
}

function recordView({ world }: Scene, { seq, atMs, request, outcome }: AwsCommit): TrailRecordView {
  return {
    eventId: awsRequestId(world.seed, `${seq}`),
    at: timeOfDay(atMs),
    eventName: request.operation,
    eventSource: serviceHost(request.service),
    region: request.region,
    user: callerName(outcome.audit.principal),
    errorCode: outcome.refusal?.name,
  };
}
