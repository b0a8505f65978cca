import type { ApiRequest, AwsWorld, Outcome } from '../aws';
import { type Cloud, LAB_SERVICE } from '../cloud';
import type { Lesson, Line, Moment, Run, Session } from '../run';
import type { Commit } from '../world';
import { Seals } from './seals';

export type AwsCommit = Commit<ApiRequest, Outcome>;

/** What every view is made from: the run, and the world as it was at the moment looked at. */
export interface Scene {
  readonly session: Session;
  readonly run: Run;
  readonly line: Line;
  readonly lesson: Lesson<unknown>;
  readonly cloud: Cloud;
  readonly world: AwsWorld;
  readonly seals: Seals;
  /** The learner's moments of the whole branch; position 1 is the first. */
  readonly moments: readonly Moment[];
  /** The position looked at, 0 to `now`. */
  readonly position: number;
  readonly now: number;
  /** Lab time at that position. */
  readonly atMs: number;
}

/** What came due by itself: the clock's doing, no request of anyone's. */
export function isDue({ request }: Pick<AwsCommit, 'request'>): boolean {
  return request.service === LAB_SERVICE && request.operation === 'Due';
}

/** Shows the world as it was at a position while `work` looks, and brings the present back. */
export function lookAt<T>(
  session: Session,
  lesson: Lesson<unknown>,
  position: number,
  work: (scene: Scene) => T,
): T {
  const { line, cloud, moments, run } = session;
  const seals = Seals.of(line);
  const now = moments.length;
  const at = Math.min(Math.max(0, Math.trunc(position)), now);
  const scene = { session, run, line, lesson, cloud, world: cloud.world, seals, moments, position: at, now };
  if (at === now) return work({ ...scene, atMs: line.nowMs });
  const { seq, atMs } = placeOf(line, moments, at);
  return cloud.world.at(seq, atMs, () => work({ ...scene, atMs }));
}

/** The newest commit of a position, and the lab's time there. */
export function placeOf(
  line: Line,
  moments: readonly Moment[],
  position: number,
): { readonly seq: number; readonly atMs: number } {
  const moment = moments[position - 1];
  if (moment) return { seq: moment.last, atMs: moment.atMs };
  const setup = line.setupCells;
  return { seq: line.ends[setup - 1] ?? 0, atMs: line.cells[setup - 1]?.toMs ?? line.cloud.world.startMs };
}

/** Name of a request on the screen: its position, and after a dot its place among those it caused. */
export function requestIdOf(scene: Pick<Scene, 'moments'>, seq: number): string | undefined {
  const index = momentIndex(scene.moments, seq);
  const moment = scene.moments[index];
  if (!moment) return undefined;
  return seq === moment.first ? `${index + 1}` : `${index + 1}.${seq - moment.first}`;
}

/** The commit that a name on the screen stands for, if it has happened at the moment looked at. */
export function seqOf(scene: Pick<Scene, 'moments' | 'position'>, requestId: string): number | undefined {
  const [, position, inner = '0'] = /^(\d+)(?:\.(\d+))?$/.exec(requestId) ?? [];
  const moment = scene.moments[Number(position) - 1];
  if (!moment || Number(position) > scene.position) return undefined;
  const seq = moment.first + Number(inner);
  return seq <= moment.last ? seq : undefined;
}

/** Index of the moment that holds a commit, or -1. */
export function momentIndex(moments: readonly Moment[], seq: number): number {
  let low = 0;
  let high = moments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { first, last } = moments[middle] as Moment;
    if (seq < first) high = middle - 1;
    else if (seq > last) low = middle + 1;
    else return middle;
  }
  return -1;
}
