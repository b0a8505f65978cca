import type { CellEnd, CellOrigin, GuideMove, PortableCell, RanStatement } from '../../run';
import type { CompletionView, Look, SavedView, ScreenView, StatementView } from '../../views';
import { type Remote, remote, serve } from '../rpc';
import { type Thread, type Threads, threads } from '../spawn';
import type {
  AccessApi,
  BegunCell,
  EngineApi,
  EngineEvents,
  LessonSource,
  MoveEffect,
  Notice,
  OpenedRun,
  Opening,
  RunFile,
  Traveling,
} from './protocol';
import { ShellClient } from './shell-client';
import { takeWriterLock, type WriterLock } from './writer-lock';

/** How far the lab is on its way to being usable. */
export type LabPhase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'setup' | 'replay'; readonly done: number; readonly of: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly notice: Notice };

/** What the page is told while it waits for nothing. */
export interface LabListener {
  phase(phase: LabPhase): void;
  began(cell: BegunCell & { readonly source: string; readonly hidden: boolean }): void;
  statement(view: StatementView): void;
  ended(): void;
  saved(view: SavedView): void;
  notice(notice: Notice): void;
  /** Whether this tab writes the run. */
  writing(allowed: boolean): void;
}

export interface StartOptions {
  readonly lesson: LessonSource;
  readonly opening: Opening;
  /** Take the run over from the tab that writes it. */
  readonly steal?: boolean;
}

const STOPPED = 130;

/** The page's hold on its two workers: starts them, runs cells through them, and replaces what breaks. */
export class LabClient {
  private readonly listener: LabListener;
  private readonly worker: Thread;
  private readonly engine: Remote<EngineApi>;
  private readonly shell: ShellClient;
  private readonly tab = crypto.randomUUID();
  private lock: WriterLock | undefined;
  private opened: OpenedRun | undefined;
  private isGone = false;

  constructor(listener: LabListener, { engine, shell }: Threads = threads) {
    this.listener = listener;
    this.worker = engine();
    this.engine = remote<EngineApi>(this.worker);
    this.shell = new ShellClient(this.engine, shell);
    serve<EngineEvents>(this.worker, {
      saved: (view) => listener.saved(view),
      halted: () => this.shell.interrupt(),
    });
    this.worker.addEventListener('error', (event) => this.fail(event.message));
  }

  async start({ lesson, opening, steal = false }: StartOptions): Promise<void> {
    this.listener.phase({ kind: 'starting' });
    try {
      const opened = await this.engine.open(lesson, opening, this.tab);
      this.opened = opened;
      for (const notice of opened.notices) this.listener.notice(notice);
      await this.takeLock(opened.runId, steal);
      await this.shell.start(opened.console);
      await this.setUp(opened);
      if (opened.replay.length > 0 || 'text' in opening) await this.replay(opened.replay);
      this.listener.phase({ kind: 'ready' });
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  get runId(): string | undefined {
    return this.opened?.runId;
  }

  /** Runs a cell to its end. Resolves when it is recorded. */
  async run(source: string, origin: CellOrigin): Promise<void> {
    await this.guarded(async () => {
      await this.cell(source, origin);
    });
  }

  /** Ends the running cell. What it did stays done. */
  stop(): void {
    this.shell.interrupt();
  }

  look(look: Look): Promise<ScreenView> {
    return this.engine.look(look);
  }

  complete(line: string, caret: number): Promise<CompletionView> {
    return this.shell.complete(line, caret);
  }

  /** Answers questions about access; none of them changes anything. */
  get access(): Remote<AccessApi> {
    return this.engine;
  }

  async goOn(position: number): Promise<void> {
    await this.guarded(() => this.engine.goOn(position));
  }

  async switchTo(branch: string): Promise<void> {
    await this.guarded(async () => {
      for (const notice of await this.engine.switchTo(branch)) this.listener.notice(notice);
    });
  }

  move(move: GuideMove): Promise<MoveEffect> {
    return this.engine.move(move);
  }

  share(): Promise<Traveling> {
    return this.engine.share();
  }

  file(): Promise<RunFile> {
    return this.engine.file();
  }

  dispose(): void {
    this.isGone = true;
    this.shell.dispose();
    this.worker.terminate();
    this.lock?.release();
  }

  private async takeLock(runId: string, steal: boolean): Promise<void> {
    const onLost = () => {
      this.lock = undefined;
      if (!this.isGone) void this.allow(false);
    };
    this.lock = await takeWriterLock(runId, { steal, onLost });
    await this.allow(this.lock !== undefined);
  }

  private async allow(allowed: boolean): Promise<void> {
    this.listener.writing(allowed);
    await this.engine.write(allowed);
  }

  private async setUp({ setup }: OpenedRun): Promise<void> {
    for (const [index, source] of setup.entries()) {
      this.listener.phase({ kind: 'setup', done: index, of: setup.length });
      const report = await this.cell(source, 'setup');
      if (report.exitCode !== 0) this.listener.notice(setupNotice(source, report.statements));
    }
  }

  private async replay(cells: readonly PortableCell[]): Promise<void> {
    for (const [index, cell] of cells.entries()) {
      this.listener.phase({ kind: 'replay', done: index, of: cells.length });
      await this.engine.placeAfter(cell.after);
      await this.cell(cell.source, cell.origin, cell.stopped);
    }
    for (const notice of await this.engine.compared()) this.listener.notice(notice);
  }

  private async cell(
    source: string,
    origin: CellOrigin,
    stopped?: PortableCell['stopped'],
  ): Promise<CellEnd> {
    const begun = await this.engine.begin(source, origin);
    this.listener.began({ ...begun, source, hidden: origin === 'setup' });
    if (stopped) await this.engine.haltAfter(stopped.requests);
    const statements: RanStatement[] = [];
    const onStatement = async (statement: RanStatement, index: number) => {
      statements.push(statement);
      this.listener.statement(await this.engine.statement(statement, index));
    };
    const isOver = stopped?.requests === 0;
    const ended = isOver
      ? { how: 'stopped' as const }
      : await this.shell.run(source, begun.shell, onStatement);
    if (stopped) await this.engine.settleAt(stopped.toMs);
    const report: CellEnd =
      ended.how === 'done' ? ended.report : { statements, exitCode: STOPPED, stopped: true };
    await this.engine.end(report);
    this.listener.ended();
    if (ended.how === 'broken') this.listener.notice(shellNotice(ended.why));
    return report;
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  private fail(message: string): void {
    if (this.isGone) return;
    this.shell.dispose();
    this.listener.phase({ kind: 'failed', notice: engineNotice(message) });
  }
}

function setupNotice(source: string, statements: readonly RanStatement[]): Notice {
  const said = statements
    .map(({ stderr }) => stderr.trim())
    .filter((text) => text !== '')
    .join(' ');
  return {
    tone: 'refused',
    title: "The scenario's setup failed",
    text: `The command “${source.split('\n')[0]}” said: ${said || 'nothing'}`,
  };
}

function shellNotice(why: string): Notice {
  return {
    tone: 'refused',
    title: 'The shell broke down',
    text: `${why} What the command had done stays done, and files and variables are as they were before it. A new shell is ready.`,
  };
}

function engineNotice(message: string): Notice {
  return {
    tone: 'refused',
    title: 'The lab broke down',
    text: `${message} Everything up to the last command is saved on this device. Start it again to come back to it.`,
  };
}
