import { bad, type Problem, problemSentence, type Read } from '../reading';
import {
  type Cell,
  type Run,
  readStored,
  readStoredRun,
  type StoredRun,
  toStored,
  toStoredCell,
} from '../run';
import { done, opened, settled } from './idb';

/** A run that could not be read, kept as it was found. */
export interface Damaged {
  readonly id: string;
  readonly scenario: string;
  readonly why: string;
  readonly atMs: number;
  /** The records, untouched. */
  readonly records: unknown;
}

export type SaveOutcome = 'saved' | 'another tab writes';

const STORES = ['runs', 'cells', 'writers', 'damaged'] as const;

/** Runs on this device. Each call opens a transaction of its own, so a tab that dies leaves whole runs. */
export class RunStore {
  private readonly database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.database = database;
  }

  /** Rejects where the browser keeps nothing for this page. */
  static async open(name = 'kms-lab'): Promise<RunStore> {
    return new RunStore(await opened(name, STORES));
  }

  /** Runs of a scenario or of all, newest first. What cannot be read is set aside. */
  async list(scenario?: string): Promise<readonly StoredRun[]> {
    const headers = await done<unknown[]>(this.store('runs').getAll());
    const runs: StoredRun[] = [];
    for (const header of headers) {
      const read = readStoredRun(header);
      if (read.ok) runs.push(read.value);
      else await this.setAside(idOf(header), read.problem);
    }
    const wanted = scenario === undefined ? runs : runs.filter((run) => run.scenario === scenario);
    return wanted.sort((a, b) => b.savedAtMs - a.savedAtMs);
  }

  async load(id: string): Promise<Read<Run>> {
    const header = await done<unknown>(this.store('runs').get(id));
    if (header === undefined) return bad('stored run', `a run ${id} on this device`, 'none');
    return readStored(header, await done<unknown[]>(this.store('cells').getAll(cellsOfRun(id))));
  }

  /** From now on only `writer` saves this run. */
  async claim(id: string, writer: string): Promise<void> {
    await done(this.store('writers', 'readwrite').put(writer, id));
  }

  /** Saves the run's header and those of its cells that are given. */
  async save(run: Run, cells: readonly Cell[], writer: string, nowMs: number): Promise<SaveOutcome> {
    const transaction = this.database.transaction(STORES, 'readwrite');
    const owner = await done<unknown>(transaction.objectStore('writers').get(run.id));
    if (owner !== undefined && owner !== writer) return 'another tab writes';
    for (const cell of cells) {
      transaction.objectStore('cells').put(toStoredCell(run, cell), [run.id, cell.id]);
    }
    transaction.objectStore('runs').put(toStored(run, nowMs), run.id);
    await settled(transaction);
    return 'saved';
  }

  /** Moves a run out of the way, untouched, so that nothing overwrites it. */
  async setAside(id: string, problem: Problem): Promise<Damaged> {
    const transaction = this.database.transaction(STORES, 'readwrite');
    const header = await done<unknown>(transaction.objectStore('runs').get(id));
    const cells = await done<unknown[]>(transaction.objectStore('cells').getAll(cellsOfRun(id)));
    const scenario = String((header as { scenario?: unknown } | undefined)?.scenario ?? '');
    const damaged = {
      id,
      scenario,
      why: problemSentence(problem),
      atMs: Date.now(),
      records: { header, cells },
    };
    transaction.objectStore('damaged').put(damaged, id);
    transaction.objectStore('runs').delete(id);
    transaction.objectStore('cells').delete(cellsOfRun(id));
    await settled(transaction);
    return damaged;
  }

  /** Deletes a run for good; a tab that still has it open can no longer save it. */
  async delete(id: string): Promise<void> {
    const transaction = this.database.transaction(STORES, 'readwrite');
    transaction.objectStore('runs').delete(id);
    transaction.objectStore('cells').delete(cellsOfRun(id));
    transaction.objectStore('writers').put('nobody', id);
    await settled(transaction);
  }

  async damaged(): Promise<readonly Damaged[]> {
    return await done<Damaged[]>(this.store('damaged').getAll());
  }

  async forgetDamaged(id: string): Promise<void> {
    await done(this.store('damaged', 'readwrite').delete(id));
  }

  private store(name: (typeof STORES)[number], mode: IDBTransactionMode = 'readonly'): IDBObjectStore {
    return this.database.transaction(name, mode).objectStore(name);
  }
}

function cellsOfRun(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

function idOf(header: unknown): string {
  return String((header as { id?: unknown } | undefined)?.id ?? 'nameless');
}
