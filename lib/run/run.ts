import type { ApiRequest } from '../aws';
import type { RanStatement, ShellSnapshot } from '../cli';

/** Who wrote a cell's source. `setup` is the scenario's own, before the learner's first. */
export const ORIGINS = ['setup', 'typed', 'pasted', 'button', 'guide'] as const;
export type CellOrigin = (typeof ORIGINS)[number];

/** A request as it was sent, with the lab's time at that moment: enough to send it again. */
export interface JournalEntry {
  readonly atMs: number;
  readonly request: ApiRequest;
}

/** One statement of a cell. Its requests are the journal's entries from `from` up to, not including, `to`. */
export interface StatementRecord {
  readonly source: string;
  readonly stdout: string;
  readonly stderr: string;
  /** Both in the order in which they were printed, where it is not stdout first. */
  readonly turns?: RanStatement['turns'];
  /** The lab's own words on it: an output that was cut, a loop that was stopped. */
  readonly note?: string | undefined;
  readonly exitCode: number;
  readonly from: number;
  readonly to: number;
}

type CellStatus = 'done' | 'failed' | 'stopped';

/** Source text that was run, with all that came of it. */
export interface Cell {
  /** `c1`, `c2`, ... in the order in which they were run, whatever their branch. */
  readonly id: string;
  /** The cell it was run after; absent on the first. */
  readonly after?: string | undefined;
  readonly source: string;
  readonly origin: CellOrigin;
  readonly fromMs: number;
  readonly toMs: number;
  readonly status: CellStatus;
  readonly exitCode: number;
  readonly statements: readonly StatementRecord[];
  readonly journal: readonly JournalEntry[];
  /** Files, variables and working directory once it had run; absent while the shell is as it was set up. */
  readonly shell?: ShellSnapshot | undefined;
  /** State hash of the world once it had run. */
  readonly hash: string;
}

/** A line of cells, named by its last one. */
export interface Branch {
  readonly id: string;
  readonly name: string;
  /** Absent while nothing was run. */
  readonly head?: string | undefined;
  /** The branch it left, and the cell after which it did. */
  readonly leaves?: { readonly branch: string; readonly cell?: string | undefined } | undefined;
}

/** Everything needed to bring a lab back: where it began and what was run. */
export interface Run {
  readonly id: string;
  /** Id of the scenario; `sandbox` without one. */
  readonly scenario: string;
  readonly seed: string;
  /** Where the lab's clock began, in epoch ms. */
  readonly startMs: number;
  /** Version of the product that made it. */
  readonly product: string;
  /** Wall clock. */
  readonly createdAtMs: number;
  /** A cell stands after the one it follows. */
  readonly cells: readonly Cell[];
  readonly branches: readonly Branch[];
  /** Id of the branch in use. */
  readonly branch: string;
  /** What the learner told the guide: predictions, decisions, the step. Names and texts are the scenario's. */
  readonly answers: Readonly<Record<string, string>>;
}

const MAIN_BRANCH: Branch = { id: 'main', name: 'main' };

export type RunOrigin = Pick<Run, 'id' | 'scenario' | 'seed' | 'startMs' | 'product' | 'createdAtMs'>;

export function newRun(origin: RunOrigin): Run {
  return { ...origin, cells: [], branches: [MAIN_BRANCH], branch: MAIN_BRANCH.id, answers: {} };
}

/** The branch of this id, or undefined. */
export function branchOf(run: Run, id: string): Branch | undefined {
  return run.branches.find((branch) => branch.id === id);
}

/** The cells of a branch, oldest first. */
export function cellsOf(run: Run, branch: Branch): readonly Cell[] {
  const byId = new Map(run.cells.map((cell) => [cell.id, cell]));
  const path: Cell[] = [];
  for (let id = branch.head; id !== undefined; ) {
    const cell = byId.get(id);
    if (!cell) break;
    path.push(cell);
    id = cell.after;
  }
  return path.reverse();
}

/** The run with one more cell at the end of the branch in use. */
export function withCell(run: Run, cell: Cell): Run {
  const branches = run.branches.map((branch) =>
    branch.id === run.branch ? { ...branch, head: cell.id } : branch,
  );
  return { ...run, cells: [...run.cells, cell], branches };
}

/** The run with a new branch in use, which begins after `cell` of the branch that was. */
export function withBranch(run: Run, cell: string | undefined): Run {
  const number = run.branches.length + 1;
  const leaves = { branch: run.branch, cell };
  const branch: Branch = { id: `b${number}`, name: `branch ${number}`, head: cell, leaves };
  return { ...run, branches: [...run.branches, branch], branch: branch.id };
}

export function nextCellId(run: Run): string {
  return `c${run.cells.length + 1}`;
}
