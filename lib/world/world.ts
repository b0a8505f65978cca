import { needs } from '../base';
import { type Due, DueQueue } from './due';
import { stateHash } from './hash';
import { type Change, type Commit, CommitLog, type Summarise } from './log';
import { Table, type TableDefinition } from './table';

export interface WorldOptions<Request = unknown, Outcome = unknown> {
  readonly seed: string;
  readonly startMs: number;
  /** How many commits stay undoable. */
  readonly keepCommits?: number;
  /** What the log remembers of commits it folds. */
  readonly summarise?: Summarise<Request, Outcome>;
}

/** What a transaction came to. */
interface Collected<T> {
  readonly value: T;
  readonly changes: readonly Change[];
}

const DEFAULT_KEEP_COMMITS = 100_000;

/**
 * Tables of frozen records, a clock and the log of all that happened. It changes only inside `attempt`
 * and `commit`, and every change can be taken back.
 */
export class World<Request = unknown, Outcome = unknown> {
  readonly seed: string;
  readonly startMs: number;
  readonly log: CommitLog<Request, Outcome>;
  private readonly tables = new Map<string, Table<object>>();
  private readonly due = new DueQueue();
  private now: number;
  /** Changes of the transaction that is open now. */
  private open: Change[] | undefined;
  /** What was done and undone since a trial began, in the order of time. */
  private journal: Change[] | undefined;

  constructor(options: WorldOptions<Request, Outcome>, log?: CommitLog<Request, Outcome>) {
    this.seed = options.seed;
    this.startMs = options.startMs;
    this.now = options.startMs;
    this.log = log ?? new CommitLog(options.keepCommits ?? DEFAULT_KEEP_COMMITS, options.summarise);
  }

  get nowMs(): number {
    return this.now;
  }

  /** The table of this definition, made on first use. */
  table<R extends object>(definition: TableDefinition<R>): Table<R> {
    let table = this.tables.get(definition.name);
    if (!table) {
      table = new Table(definition) as unknown as Table<object>;
      this.tables.set(definition.name, table);
    }
    if (table.definition !== (definition as unknown))
      needs(false, `two definitions of the table ${definition.name}`);
    return table as unknown as Table<R>;
  }

  /** Writes a record inside the open transaction. */
  put<R extends object>(definition: TableDefinition<R>, record: R): R {
    const frozen = Object.freeze(record);
    this.change(this.table(definition) as unknown as Table<object>, definition.id(record), frozen);
    return frozen;
  }

  delete<R extends object>(definition: TableDefinition<R>, id: string): void {
    const table = this.table(definition) as unknown as Table<object>;
    if (table.get(id)) this.change(table, id, undefined);
  }

  /**
   * Runs `work` with a transaction of its own and answers what it changed, in order.
   * @param given handed on to `work`: a function that stands by itself costs less than one made for each request
   */
  collect<T>(work: () => T): Collected<T>;
  collect<T, G>(work: (given: G) => T, given: G): Collected<T>;
  collect<T, G>(work: (given: G) => T, given?: G): Collected<T> {
    const outer = this.open;
    const changes: Change[] = [];
    this.open = changes;
    try {
      return { value: work(given as G), changes };
    } catch (error) {
      this.undo(changes);
      throw error;
    } finally {
      this.open = outer;
    }
  }

  /** Runs `work` and takes back everything it changed, in whatever transactions. */
  trial<T>(work: () => T): T;
  trial<T, G>(work: (given: G) => T, given: G): T;
  trial<T, G>(work: (given: G) => T, given?: G): T {
    return this.journaled(work, given as G, false);
  }

  /** Runs `work`; if it throws, nothing it changed stays, in whatever transactions. */
  whole<T>(work: () => T): T;
  whole<T, G>(work: (given: G) => T, given: G): T;
  whole<T, G>(work: (given: G) => T, given?: G): T {
    return this.journaled(work, given as G, true);
  }

  /** Takes changes back, newest first. */
  undo(changes: readonly Change[]): void {
    for (let i = changes.length - 1; i >= 0; i--) this.apply(changes[i] as Change, 'after', 'before');
  }

  redo(changes: readonly Change[]): void {
    for (const change of changes) this.apply(change, 'before', 'after');
  }

  commit(entry: Omit<Commit<Request, Outcome>, 'seq' | 'atMs'>): Commit<Request, Outcome> {
    const { request, outcome, changes, parent } = entry;
    const commit = { seq: this.log.head + 1, atMs: this.now, request, outcome, changes, parent };
    this.log.append(commit);
    return commit;
  }

  /** The next thing that comes due at or before `untilMs`; the record still says so. */
  nextDue(untilMs: number): Due | undefined {
    for (let due = this.due.peek(); due && due.atMs <= untilMs; due = this.due.peek()) {
      if (this.isStillDue(due)) return due;
      this.due.pop();
    }
    return undefined;
  }

  setClock(ms: number): void {
    this.now = ms;
  }

  /**
   * Runs `work` as if every commit after `seq` had not happened, then brings the present back.
   * Whatever `work` changes must be undone by it.
   */
  at<T>(seq: number, atMs: number, work: () => T): T {
    const present = this.now;
    const undone = this.takeBack(seq);
    this.now = atMs;
    try {
      return work();
    } finally {
      needs(this.log.head === seq, 'a visit to the past committed something');
      this.now = present;
      for (const commit of undone) this.redo(commit.changes);
      this.log.restore(undone);
    }
  }

  /** Goes back for good: commits after `seq` never happened. */
  rewind(seq: number, atMs?: number): void {
    this.takeBack(seq);
    this.now = atMs ?? this.log.atMsOf(seq) ?? this.startMs;
  }

  /** Another world that begins as this one is now and goes its own way. Records are shared: they never change. */
  fork(): World<Request, Outcome> {
    const { seed, startMs } = this;
    const fork = new World<Request, Outcome>({ seed, startMs }, this.log.copy());
    fork.now = this.now;
    for (const [name, table] of this.tables) {
      const copy = new Table(table.definition);
      fork.tables.set(name, copy);
      for (const id of table.ids()) {
        const record = table.get(id);
        copy.replace(id, undefined, record);
        fork.watch(copy, id, undefined, record);
      }
    }
    return fork;
  }

  /** The record of this id, when all that is known of its table is the name. */
  recordOf(table: string, id: string): object | undefined {
    return this.tables.get(table)?.get(id);
  }

  private takeBack(seq: number): readonly Commit<Request, Outcome>[] {
    needs(seq <= this.log.head, `commit ${seq} has not happened, the newest is ${this.log.head}`);
    const undone = this.log.truncate(seq);
    for (let i = undone.length - 1; i >= 0; i--) this.undo((undone[i] as Commit).changes);
    return undone;
  }

  /** One number for all records and the clock: equal hashes, equal worlds. */
  hash(): string {
    return stateHash(this.now, [...this.tables.values()]);
  }

  private journaled<T, G>(work: (given: G) => T, given: G, keep: boolean): T {
    const outer = this.journal;
    const journal: Change[] = [];
    this.journal = journal;
    let isKept = false;
    try {
      const value = work(given);
      isKept = keep;
      return value;
    } finally {
      this.journal = undefined;
      if (!isKept) this.undo(journal);
      else if (outer) for (const change of journal) outer.push(change);
      this.journal = outer;
    }
  }

  private change(table: Table<object>, id: string, after: object | undefined): void {
    const open = this.open;
    needs(open, 'a record was written outside a transaction');
    const change = { table: table.definition.name, id, before: table.get(id), after };
    table.replace(id, change.before, after);
    this.watch(table, id, change.before, after);
    open.push(change);
    this.journal?.push(change);
  }

  private apply(change: Change, from: 'before' | 'after', to: 'before' | 'after'): void {
    const table = this.tables.get(change.table);
    needs(table, `no table ${change.table}`);
    table.replace(change.id, change[from], change[to]);
    this.watch(table, change.id, change[from], change[to]);
    this.journal?.push({ table: change.table, id: change.id, before: change[from], after: change[to] });
  }

  /** Keeps one promise: for every record that is due there is an entry in the queue. */
  private watch(
    table: Table<object>,
    id: string,
    before: object | undefined,
    after: object | undefined,
  ): void {
    const dueAtMs = table.definition.dueAtMs;
    if (!dueAtMs || !after) return;
    const atMs = dueAtMs(after);
    if (atMs === undefined || (before && dueAtMs(before) === atMs)) return;
    this.due.push({ atMs, table: table.definition.name, id });
  }

  private isStillDue(due: Due): boolean {
    const table = this.tables.get(due.table);
    const record = table?.get(due.id);
    return record !== undefined && table?.definition.dueAtMs?.(record) === due.atMs;
  }
}
