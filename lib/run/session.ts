import type { ApiRequest } from '../aws';
import { needs } from '../base';
import type { RanStatement, ShellSnapshot } from '../cli';
import type { Cloud } from '../cloud';
import type { Reply, Trace } from '../pipeline';
import { Line, type Moment } from './line';
import {
  branchOf,
  type Cell,
  type CellOrigin,
  cellsOf,
  type JournalEntry,
  newRun,
  nextCellId,
  type Run,
  type RunOrigin,
  type StatementRecord,
  withBranch,
  withCell,
} from './run';

/** A cell that is being run. */
export interface OpenCell {
  readonly id: string;
  readonly source: string;
  readonly origin: CellOrigin;
  readonly fromMs: number;
  /** Where its shell begins; absent for a shell that has just been set up. */
  readonly shell: ShellSnapshot | undefined;
}

/** What the shell made of a cell. */
export interface CellEnd {
  readonly statements: readonly RanStatement[];
  readonly exitCode: number;
  /** True when it was ended before its time. */
  readonly stopped: boolean;
  /** Absent when the shell was ended with it: files and variables of before stay. */
  readonly shell?: ShellSnapshot | undefined;
}

/** The first cell that did not lead to the state it led to before. */
export interface Drift {
  readonly cell: Cell;
  readonly expected: string;
  readonly found: string;
}

/** How many traces are kept at hand; older ones are made again when asked for. */
const TRACES_KEPT = 500;

interface Opened extends OpenCell {
  readonly journal: JournalEntry[];
  readonly seqs: number[];
}

/** A run come alive: what was recorded, and a world for each branch that is in use. */
export class Session {
  private current: Run;
  private readonly lines = new Map<string, Line>();
  private opened: Opened | undefined;
  private readonly traces = new Map<number, Trace>();

  private constructor(run: Run) {
    this.current = run;
  }

  static begin(origin: RunOrigin): Session {
    const session = new Session(newRun(origin));
    session.lines.set(session.current.branch, Line.begin(origin));
    return session;
  }

  /** Brings a recorded run back by sending its requests again. */
  static restore(run: Run): { readonly session: Session; readonly drift: Drift | undefined } {
    const session = new Session(run);
    const drift = session.revive(run.branch);
    return { session, drift };
  }

  get run(): Run {
    return this.current;
  }

  get line(): Line {
    const line = this.lines.get(this.current.branch);
    needs(line, `branch ${this.current.branch} has a world`);
    return line;
  }

  get cloud(): Cloud {
    return this.line.cloud;
  }

  /** Moments after the setup, oldest first: position 1 is the first of them. */
  get moments(): readonly Moment[] {
    return this.line.moments.slice(this.line.setupMoments);
  }

  get openCell(): OpenCell | undefined {
    return this.opened;
  }

  /** Files and variables at the end of the branch. */
  get shell(): ShellSnapshot | undefined {
    return this.line.cells.at(-1)?.shell;
  }

  begin(source: string, origin: CellOrigin): OpenCell {
    needs(!this.opened, `cell ${this.opened?.id} is still running`);
    const { nowMs } = this.line;
    const id = nextCellId(this.current);
    this.opened = { id, source, origin, fromMs: nowMs, shell: this.shell, journal: [], seqs: [] };
    return this.opened;
  }

  /** Sends a request of the cell that is running. */
  send(request: ApiRequest): Reply {
    const { opened } = this;
    needs(opened, 'a cell is running');
    opened.journal.push({ atMs: this.line.nowMs, request });
    const reply = this.line.send(request);
    const seq = reply.seq as number;
    opened.seqs.push(seq);
    if (reply.trace) this.keepTrace(seq, reply.trace);
    return reply;
  }

  /** Moves the clock of the cell that is running. */
  advance(ms: number): number {
    needs(this.opened, 'a cell is running');
    this.line.advanceTo(this.line.nowMs + ms);
    return this.line.nowMs;
  }

  /** Ends the cell that is running and records it. */
  end(end: CellEnd): Cell {
    const { opened, line } = this;
    needs(opened, 'a cell is running');
    const cell: Cell = {
      id: opened.id,
      after: line.cells.at(-1)?.id,
      source: opened.source,
      origin: opened.origin,
      fromMs: opened.fromMs,
      toMs: line.nowMs,
      status: end.stopped ? 'stopped' : end.exitCode === 0 ? 'done' : 'failed',
      exitCode: end.exitCode,
      statements: recorded(end.statements, opened.seqs),
      journal: opened.journal,
      shell: end.shell ?? opened.shell,
      hash: line.cloud.world.hash(),
    };
    line.add(cell);
    this.current = withCell(this.current, cell);
    this.opened = undefined;
    return cell;
  }

  /**
   * Leaves the branch in use for a new one, after its first `cells` cells. Where that is its end already,
   * the branch goes on.
   */
  goOnAfter(cells: number): void {
    needs(!this.opened, `cell ${this.opened?.id} is still running`);
    const { line } = this;
    if (cells >= line.cells.length) return;
    const fork = line.forkAfter(cells);
    this.current = withBranch(this.current, line.cells[cells - 1]?.id);
    this.lines.set(this.current.branch, fork);
    this.traces.clear();
  }

  /** Takes up another branch at its end. */
  switchTo(branch: string): Drift | undefined {
    needs(!this.opened, `cell ${this.opened?.id} is still running`);
    needs(branchOf(this.current, branch), `the run has a branch ${branch}`);
    this.current = { ...this.current, branch };
    this.traces.clear();
    return this.lines.has(branch) ? undefined : this.revive(branch);
  }

  /** Makes a cell the one to go on from, whatever branch it is on; without one, the very start. */
  placeAfter(cell: string | undefined): void {
    const { run } = this;
    if (this.line.cells.at(-1)?.id === cell) return;
    const headed = run.branches.find(({ head }) => head === cell);
    if (headed) {
      this.switchTo(headed.id);
      return;
    }
    const holding = run.branches.find(
      (branch) => cell === undefined || cellsOf(run, branch).some(({ id }) => id === cell),
    );
    needs(holding, `the run has a cell ${cell}`);
    this.switchTo(holding.id);
    this.goOnAfter(this.line.cells.findIndex(({ id }) => id === cell) + 1);
  }

  answer(name: string, text: string): void {
    this.current = { ...this.current, answers: { ...this.current.answers, [name]: text } };
  }

  /** What the gates saw of a request: kept from when it was sent, or made by asking again. */
  trace(seq: number): Trace | undefined {
    const kept = this.traces.get(seq);
    if (kept) return kept;
    const trace = this.cloud.explain(seq);
    if (trace) this.keepTrace(seq, trace);
    return trace;
  }

  private keepTrace(seq: number, trace: Trace): void {
    this.traces.set(seq, trace);
    if (this.traces.size <= TRACES_KEPT) return;
    for (const oldest of this.traces.keys()) {
      this.traces.delete(oldest);
      return;
    }
  }

  private revive(branchId: string): Drift | undefined {
    const branch = branchOf(this.current, branchId);
    needs(branch, `the run has a branch ${branchId}`);
    const line = Line.begin(this.current);
    this.lines.set(branchId, line);
    let drift: Drift | undefined;
    for (const cell of cellsOf(this.current, branch)) {
      const again = line.replay(cell);
      if (again.hash !== cell.hash) drift ??= { cell, expected: cell.hash, found: again.hash };
    }
    return drift;
  }
}

/** Says of each statement which of the cell's requests are its own. */
function recorded(statements: readonly RanStatement[], seqs: readonly number[]): StatementRecord[] {
  let at = 0;
  return statements.map(({ seqs: own, ...statement }) => {
    const from = at;
    const last = own.length > 0 ? seqs.indexOf(Math.max(...own)) : -1;
    at = Math.max(at, last + 1);
    return { ...statement, from, to: at };
  });
}
