import type { ApiRequest } from '../aws';
import { needs } from '../base';
import { Cloud, continuesLoad } from '../cloud';
import type { Reply, StageReport, Trace } from '../pipeline';
import type { Cell, JournalEntry, Run } from './run';

/** One request of the log with those it caused, or one thing that came due. */
export interface Moment {
  /** Its commit. */
  readonly first: number;
  /** The last commit it caused; the world of this moment is the world after it. */
  readonly last: number;
  readonly atMs: number;
}

/** What the gates said to one request and to those it caused: all that a row of gates needs. */
export interface GateStrip {
  /** In the order of the stages. */
  readonly verdicts: readonly StageReport['verdict'][];
  readonly inner: readonly GateStrip[];
}

/** One branch come alive: its world, and the moments and cells that made it. */
export class Line {
  readonly cloud: Cloud;
  readonly moments: Moment[];
  readonly cells: Cell[];
  /** Seq of the newest commit at the end of each cell. */
  readonly ends: number[] = [];
  /** By the first commit of a moment. */
  readonly strips = new Map<number, GateStrip>();

  constructor(cloud: Cloud, moments: Moment[] = [], cells: Cell[] = []) {
    this.cloud = cloud;
    this.moments = moments;
    this.cells = cells;
  }

  static begin({ seed, startMs }: Pick<Run, 'seed' | 'startMs'>): Line {
    return new Line(new Cloud({ seed, startMs }));
  }

  /** Seq of the newest commit. */
  get head(): number {
    return this.cloud.world.log.head;
  }

  get nowMs(): number {
    return this.cloud.world.nowMs;
  }

  /** How many of the cells are the scenario's setup. */
  get setupCells(): number {
    return this.cells.filter((cell) => cell.origin === 'setup').length;
  }

  /** How many moments the setup made; they come before the first one of the learner. */
  get setupMoments(): number {
    return this.momentsAfter(this.setupCells);
  }

  /** How many moments there were after the first `count` cells. */
  momentsAfter(count: number): number {
    const seq = this.ends[count - 1] ?? 0;
    let low = 0;
    let high = this.moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.moments[middle] as Moment).last <= seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  send(request: ApiRequest): Reply {
    const reply = this.cloud.send(request, true);
    needs(reply.seq !== undefined, 'a request that was sent became a commit');
    this.moments.push({ first: reply.seq, last: this.head, atMs: this.nowMs });
    if (reply.trace) this.strips.set(reply.seq, stripOf(reply.trace));
    return reply;
  }

  /** Moves the clock. What comes due on the way is one moment each; seconds of bulk load are one for a few of them. */
  advanceTo(ms: number): void {
    const seen = this.head;
    this.cloud.advanceTo(ms);
    const { log } = this.cloud.world;
    for (const commit of log.since(seen)) {
      const { seq, parent, atMs } = commit;
      const before = this.moments.at(-1);
      // A moment never reaches from one cell into the next.
      const first = before && before.last > (this.ends.at(-1) ?? 0) ? log.get(before.first) : undefined;
      if (before && (parent !== undefined || (first && continuesLoad(first, commit)))) {
        this.moments[this.moments.length - 1] = { ...before, last: seq, atMs };
      } else this.moments.push({ first: seq, last: seq, atMs });
    }
  }

  /** Takes in a cell that has just been run here. */
  add(cell: Cell): void {
    this.cells.push(cell);
    this.ends.push(this.head);
  }

  /** Runs a cell's requests once more, without its shell; answers the cell with the state it led to here. */
  replay(cell: Cell): Cell {
    for (const entry of cell.journal) this.perform(entry);
    this.advanceTo(Math.max(this.nowMs, cell.toMs));
    const again = { ...cell, hash: this.cloud.world.hash() };
    this.add(again);
    return again;
  }

  private perform({ atMs, request }: JournalEntry): void {
    this.advanceTo(Math.max(this.nowMs, atMs));
    this.send(request);
  }

  /** Another line that shares the first `count` cells and goes its own way from there. */
  forkAfter(count: number): Line {
    const cloud = this.cloud.fork();
    const cell = this.cells[count - 1];
    cloud.world.rewind(this.ends[count - 1] ?? 0, cell?.toMs ?? cloud.world.startMs);
    const fork = new Line(cloud, this.moments.slice(0, this.momentsAfter(count)), this.cells.slice(0, count));
    fork.ends.push(...this.ends.slice(0, count));
    for (const { first } of fork.moments) {
      const strip = this.strips.get(first);
      if (strip) fork.strips.set(first, strip);
    }
    return fork;
  }
}

function stripOf({ stages, children }: Trace): GateStrip {
  return { verdicts: stages.map(({ verdict }) => verdict), inner: children.map(stripOf) };
}
