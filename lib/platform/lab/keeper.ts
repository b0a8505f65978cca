import { type Problem, problemSentence } from '../../reading';
import type { Run } from '../../run';
import type { SavedView } from '../../views';
import { type Damaged, RunStore } from '../run-store';
import type { Notice } from './protocol';

const SENTENCES: Readonly<Record<SavedView['state'], string>> = {
  saved: 'Run is saved on this device',
  saving: 'Saving the run…',
  'not saved': 'Not saved: this browser keeps nothing for this page. Export the run to keep it.',
  'another tab writes': 'Another tab writes this run; this one only looks',
};

/** Keeps the run that is open, one save after the other, and tells how that goes. */
export class Keeper {
  private readonly store: RunStore | undefined;
  private readonly tab: string;
  private readonly onSaved: (view: SavedView) => void;
  private state: SavedView['state'] = 'saved';
  private isWriter = false;
  private readonly savedCells = new Set<string>();
  private queue: Promise<void> = Promise.resolve();

  private constructor(store: RunStore | undefined, tab: string, onSaved: (view: SavedView) => void) {
    this.store = store;
    this.tab = tab;
    this.onSaved = onSaved;
    if (!store) this.state = 'not saved';
  }

  static async open(tab: string, onSaved: (view: SavedView) => void): Promise<Keeper> {
    const store = await RunStore.open().catch(() => undefined);
    return new Keeper(store, tab, onSaved);
  }

  get view(): SavedView {
    return { state: this.state, sentence: SENTENCES[this.state] };
  }

  /** The run of this id, or the newest of a scenario. Whatever cannot be read is set aside, and said. */
  async find(
    scenario: string,
    runId: string | undefined,
  ): Promise<{ readonly run?: Run; readonly notices: readonly Notice[] }> {
    if (!this.store) return { notices: [] };
    const before = (await this.store.damaged()).length;
    const notices: Notice[] = [];
    const runs = await this.store.list(scenario);
    const named = runs.filter(({ id }) => id === runId);
    for (const { id } of named.length > 0 ? named : runs) {
      const read = await this.store.load(id);
      if (read.ok) {
        for (const cell of read.value.cells) this.savedCells.add(cell.id);
        return { run: read.value, notices };
      }
      notices.push(asideNotice(await this.store.setAside(id, read.problem)));
    }
    const damaged = (await this.store.damaged()).slice(before + notices.length);
    return { notices: [...notices, ...damaged.map(asideNotice)] };
  }

  /** Puts a run that could be read and not be brought back out of the way. */
  async setAside(run: Run, problem: Problem): Promise<Notice> {
    this.savedCells.clear();
    if (!this.store)
      return { tone: 'waiting', title: 'A run could not be opened', text: problemSentence(problem) };
    return asideNotice(await this.store.setAside(run.id, problem));
  }

  /** Whether this tab may save; the one that may says so to all others. */
  async write(run: Run, allowed: boolean): Promise<void> {
    this.isWriter = allowed;
    if (!this.store) return;
    if (allowed) await this.store.claim(run.id, this.tab);
    this.tell(allowed ? 'saved' : 'another tab writes');
    if (allowed) this.save(run);
  }

  /** Saves after what is being saved now. */
  save(run: Run): void {
    const { store } = this;
    if (!store || !this.isWriter) return;
    this.tell('saving');
    const cells = run.cells.filter((cell) => !this.savedCells.has(cell.id));
    for (const cell of cells) this.savedCells.add(cell.id);
    this.queue = this.queue.then(async () => {
      try {
        const outcome = await store.save(run, cells, this.tab, Date.now());
        if (outcome === 'another tab writes') this.isWriter = false;
        this.tell(outcome);
      } catch {
        for (const cell of cells) this.savedCells.delete(cell.id);
        this.tell('not saved');
      }
    });
  }

  /** Resolves once everything handed over so far has been dealt with. */
  settled(): Promise<void> {
    return this.queue;
  }

  private tell(state: SavedView['state']): void {
    this.state = state;
    this.onSaved(this.view);
  }
}

function asideNotice({ why }: Damaged): Notice {
  return {
    tone: 'waiting',
    title: 'A run was set aside',
    text: `${why} It is kept on this device as it was found, and a new run begins.`,
  };
}
