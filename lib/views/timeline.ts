import { isLoad } from '../cloud';
import { type Branch, cellsOf, type Moment, type Run } from '../run';
import { verdictOf } from './gates';
import type { BranchView, SavedView, TimelineMarkView, TimelineView } from './model';
import { type AwsCommit, isDue, type Scene } from './scene';
import { counted, stretch, timeOfDay } from './words';

/** A pause of the lab's clock longer than this was a skip. */
const SKIP_MS = 5 * 60_000;

export function timelineView(scene: Scene, saved: SavedView): TimelineView {
  const { run, now, position } = scene;
  return { now, at: position, marks: marksOf(scene), branches: branchViews(run), saved };
}

const marks = new WeakMap<Moment, TimelineMarkView>();

/** Marks never change: one is made when its moment is new. The log may end before the newest of them. */
function marksOf({ moments, line, world }: Scene): readonly TimelineMarkView[] {
  let before = line.cells[line.setupCells - 1]?.toMs ?? world.startMs;
  return moments.map((moment, index) => {
    const skip = moment.atMs - before;
    before = moment.atMs;
    const known = marks.get(moment);
    if (known) return known;
    const commit = world.log.get(moment.first);
    const mark: TimelineMarkView = {
      position: index + 1,
      at: timeOfDay(moment.atMs),
      operation: commit ? operationWords(commit) : 'request',
      verdict: commit ? verdictOf(commit) : 'waiting',
      skipped: skip > SKIP_MS ? `+${stretch(skip, 1)}` : undefined,
    };
    if (commit) marks.set(moment, mark);
    return mark;
  });
}

/** What the clock brought about is no request of anyone's. */
export function operationWords(commit: AwsCommit): string {
  if (isLoad(commit)) return 'load';
  return isDue(commit) ? 'came due' : commit.request.operation;
}

function branchViews(run: Run): readonly BranchView[] {
  return run.branches.map((branch) => ({
    id: branch.id,
    name: branch.name,
    from: leavingWords(run, branch),
    requests: requestsOf(run, branch),
    current: branch.id === run.branch,
  }));
}

function requestsOf(run: Run, branch: Branch): number {
  return cellsOf(run, branch).reduce(
    (sum, cell) => sum + (cell.origin === 'setup' ? 0 : cell.journal.length),
    0,
  );
}

function leavingWords(run: Run, { leaves }: Branch): string {
  if (!leaves) return 'from the start';
  const from = run.branches.find((branch) => branch.id === leaves.branch);
  const name = from?.name ?? leaves.branch;
  const before = leaves.cell === undefined ? 0 : requestsOf(run, { id: '', name: '', head: leaves.cell });
  return before === 0 ? `left ${name} at the start` : `left ${name} after ${counted(before, 'request')}`;
}
