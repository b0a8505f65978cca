import {
  merged,
  NO_PROGRESS,
  type Progress,
  readProgress,
  readSitting,
  type Sitting,
  writeProgress,
} from '../progress';
import { problemSentence, type Read } from '../reading';
import { done, opened, settled } from './idb';

/** Something of the learner's that could not be read, kept as it was found. */
export interface DamagedProgress {
  readonly id: string;
  readonly why: string;
  readonly text: string;
}

const STORES = ['progress', 'sittings', 'damaged'] as const;
const KEY = 'mine';

/** The learner's progress and what they are in the middle of, on this device. */
export class QuizStore {
  private readonly database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.database = database;
  }

  /** Undefined where the browser keeps nothing for this page. */
  static async open(name = 'kms-lab-progress'): Promise<QuizStore | undefined> {
    const database = await opened(name, STORES).catch(() => undefined);
    return database && new QuizStore(database);
  }

  progress(): Promise<Progress> {
    return this.change((progress) => progress);
  }

  /** Reads, changes and writes in one transaction: another tab's answers are not lost. */
  async change(how: (before: Progress) => Progress): Promise<Progress> {
    const transaction = this.database.transaction(['progress', 'damaged'], 'readwrite');
    const store = transaction.objectStore('progress');
    const held = await done<unknown>(store.get(KEY));
    const read = readHeld(held);
    if (!read.ok) putAside(transaction, 'progress', problemSentence(read.problem), held);
    const before = read.ok ? read.value : NO_PROGRESS;
    const after = how(before);
    if (after !== before || !read.ok) store.put(writeProgress(after), KEY);
    await settled(transaction);
    return after;
  }

  /** Brings back what a file holds. */
  async bringBack(text: string): Promise<Read<Progress>> {
    const read = readProgress(text);
    if (!read.ok) return read;
    return { ok: true, value: await this.change((mine) => merged(mine, read.value)) };
  }

  /** What one was in the middle of, if it can be read. */
  async sitting(place: string): Promise<Sitting | undefined> {
    const transaction = this.database.transaction(['sittings', 'damaged'], 'readwrite');
    const store = transaction.objectStore('sittings');
    const held = await done<unknown>(store.get(place));
    const read = held === undefined ? undefined : readSitting(held);
    if (read && !read.ok) {
      putAside(transaction, place, problemSentence(read.problem), held);
      store.delete(place);
    }
    await settled(transaction);
    return read?.ok ? read.value : undefined;
  }

  async keep(place: string, sitting: Sitting): Promise<void> {
    const transaction = this.database.transaction('sittings', 'readwrite');
    transaction.objectStore('sittings').put(sitting, place);
    await settled(transaction);
  }

  async drop(place: string): Promise<void> {
    const transaction = this.database.transaction('sittings', 'readwrite');
    transaction.objectStore('sittings').delete(place);
    await settled(transaction);
  }

  async damaged(): Promise<readonly DamagedProgress[]> {
    return await done<DamagedProgress[]>(
      this.database.transaction('damaged').objectStore('damaged').getAll(),
    );
  }

  async forgetDamaged(id: string): Promise<void> {
    const transaction = this.database.transaction('damaged', 'readwrite');
    transaction.objectStore('damaged').delete(id);
    await settled(transaction);
  }
}

function readHeld(held: unknown): Read<Progress> {
  if (held === undefined) return { ok: true, value: NO_PROGRESS };
  return readProgress(typeof held === 'string' ? held : (JSON.stringify(held) ?? ''));
}

/** Nothing that was set aside is overwritten by the next one. */
function putAside(transaction: IDBTransaction, what: string, why: string, held: unknown): void {
  const id = `${what} ${Date.now()}`;
  const text = typeof held === 'string' ? held : (JSON.stringify(held) ?? '');
  transaction.objectStore('damaged').put({ id, why, text } satisfies DamagedProgress, id);
}
