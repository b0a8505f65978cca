import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type BegunCell,
  LabClient,
  type LabListener,
  type LessonSource,
  type Notice,
  type Opening,
} from '../platform';
import type { CellOrigin } from '../run';
import type { CellView, Look, StatementView } from '../views';
import { takenOver } from './taken-over';
import { FIRST_STATE, type WorkspaceState } from './workspace-state';

const LONG_CELL_MS = 300;

/** A lab on the screen: what is shown, and how a cell gets from a click to its output. */
export class Workspace {
  readonly store: StoreApi<WorkspaceState>;
  readonly lesson: LessonSource;
  /** A command that the learner finds typed in, in a run of its own. */
  readonly offered: string | undefined;
  private living: LabClient | undefined;
  private looking: Promise<void> | undefined;
  private isStale = false;
  private beganAtMs = 0;
  private isLeft = false;

  private readonly openLab: (listener: LabListener) => LabClient;

  constructor(
    lesson: LessonSource,
    offered?: string,
    openLab = (listener: LabListener) => new LabClient(listener),
  ) {
    this.lesson = lesson;
    this.offered = offered;
    this.openLab = openLab;
    // Where one pane fills the screen, a learner begins with what there is to read.
    const pane = lesson.kind === 'scenario' ? 'guide' : 'console';
    this.store = createStore<WorkspaceState>(() => ({ ...FIRST_STATE, pane }));
  }

  get state(): WorkspaceState {
    return this.store.getState();
  }

  get client(): LabClient | undefined {
    return this.living;
  }

  set(change: Partial<WorkspaceState>): void {
    this.store.setState(change);
  }

  /** Opens a run; the one that was open is left as it was last saved. */
  async start(opening: Opening, steal = false): Promise<void> {
    if (this.isLeft) return;
    this.living?.dispose();
    const { stage, side, pane, notices, desk } = this.state;
    const isSame = opening.kind === 'resume';
    const kept = opening.kind === 'new' ? [] : notices;
    // What is being written is not in the run: it outlives a lab that is started again.
    const onScreen = { stage, side, pane, notices: kept, desk: isSame ? desk : FIRST_STATE.desk };
    this.store.setState({ ...FIRST_STATE, ...onScreen }, true);
    const client = this.openLab(this.listener());
    this.living = client;
    // What the lab before was asked is never answered: nothing may wait for it.
    this.looking = undefined;
    await client.start({ lesson: this.lesson, opening, steal });
    if (this.living === client) await this.refresh();
  }

  /** The page shows this lab, or no longer does: then nothing of it goes on running. */
  show(isShown: boolean): void {
    this.isLeft = !isShown;
    if (isShown) return;
    this.living?.dispose();
    this.living = undefined;
  }

  /** Runs a cell. In the past this goes on from the moment looked at. */
  async run(source: string, origin: CellOrigin): Promise<void> {
    const { phase, writing, isRunning, look } = this.state;
    if (!this.living || phase.kind !== 'ready' || !writing || isRunning) return;
    this.set({ isRunning: true, dueClosed: false });
    try {
      if (look.at !== 'now') await this.living.goOn(look.at);
      this.set({ look: following(look) });
      await this.living.run(source, origin);
      await this.refresh();
    } finally {
      this.set({ isRunning: false, running: undefined });
    }
  }

  /** Looks at something else. */
  async look(change: Partial<Look>): Promise<void> {
    this.set({ look: { ...this.state.look, ...change } });
    await this.refresh();
  }

  /** Asks the engine for what the screen should show; asked again meanwhile, it does so once more. */
  async refresh(): Promise<void> {
    if (!this.living) return;
    this.isStale = true;
    this.looking ??= this.lookUntilFresh(this.living);
    await this.looking;
  }

  notice(notice: Notice): void {
    this.set({ notices: [...this.state.notices, notice] });
  }

  closeNotice(index: number): void {
    this.set({ notices: this.state.notices.filter((_, at) => at !== index) });
  }

  private async lookUntilFresh(client: LabClient): Promise<void> {
    try {
      while (this.isStale && client === this.living) {
        this.isStale = false;
        const found = await client.look(this.state.look);
        if (client !== this.living) return;
        const screen = takenOver(this.state.screen, found);
        const cells = new Map(this.state.cells);
        for (const { id, view } of screen.cells) if (view) cells.set(id, view);
        this.set({ screen, cells, saved: screen.timeline.saved });
      }
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.notice({ tone: 'refused', title: 'The screen could not be brought up to date', text });
    } finally {
      if (client === this.living) this.looking = undefined;
    }
  }

  private listener(): LabListener {
    return {
      phase: (phase) => this.set({ phase }),
      began: (cell) => {
        this.beganAtMs = performance.now();
        this.set({ running: cell.hidden ? undefined : begun(cell) });
      },
      statement: (view) => this.statement(view),
      ended: () => this.set({ running: this.state.isRunning ? this.state.running : undefined }),
      saved: (saved) => this.set({ saved }),
      notice: (notice) => this.notice(notice),
      writing: (writing) => this.set({ writing }),
    };
  }

  private statement(view: StatementView): void {
    const { running } = this.state;
    if (!running) return;
    this.set({ running: { ...running, statements: [...running.statements, view] } });
    // The map and the timeline follow a long cell while it runs; a short one is soon done.
    if (this.state.isRunning && performance.now() - this.beganAtMs > LONG_CELL_MS) void this.refresh();
  }
}

function begun({ id, source, at, origin }: BegunCell & { readonly source: string }): CellView {
  return { id, source, at, origin, status: 'running', statements: [] };
}

/** After a command one wants to see what it did. */
function following(look: Look): Look {
  return { ...look, at: 'now', request: undefined };
}
