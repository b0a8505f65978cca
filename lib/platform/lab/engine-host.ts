import { needs } from '../../base';
import { problemSentence } from '../../reading';
import {
  type CellEnd,
  type CellOrigin,
  fromShareText,
  type GuideMove,
  type RanStatement,
  RUN_FILE_TYPE,
  runFileName,
  toPortable,
  toRunFile,
  toShareText,
} from '../../run';
import {
  cellsEnded,
  type Look,
  lookAt,
  momentOf,
  originWords,
  type ScreenView,
  type StatementView,
  screenView,
  statementView,
  timeOfDay,
} from '../../views';
import type { Remote } from '../rpc';
import { AccessHost } from './access-host';
import { compression } from './compression';
import { differenceNotices, driftNotice } from './drift-notices';
import { LabLine } from './lab-line';
import { openedRun } from './opening';
import type { Play } from './play';
import type {
  BegunCell,
  EndedCell,
  EngineApi,
  EngineEvents,
  LessonSource,
  LinkContent,
  MoveEffect,
  Notice,
  OpenedRun,
  Opening,
  RunFile,
  Traveling,
} from './protocol';

/** The engine's side of the page: holds the world and answers with views. Knows nothing of the DOM. */
export class EngineHost extends AccessHost implements EngineApi {
  private readonly events: Remote<EngineEvents>;
  private readonly line: LabLine;
  private play: Play | undefined;
  /** Names of the cells the screen has. */
  private readonly sent = new Set<string>();
  /** Cells run since the setup, for a run that is being played again. */
  private readonly replayed: string[] = [];

  constructor(events: Remote<EngineEvents>) {
    super();
    this.events = events;
    this.line = new LabLine(
      () => this.opened.session,
      () => void this.events.halted(),
    );
  }

  protected get opened(): Play {
    needs(this.play, 'a run is open');
    return this.play;
  }

  async open(source: LessonSource, opening: Opening, tab: string): Promise<OpenedRun> {
    this.play = await openedRun(source, opening, tab, (view) => void this.events.saved(view));
    const { session, lesson, wanted, notices } = this.play;
    const { region, identities, id } = lesson;
    return {
      runId: session.run.id,
      scenario: id,
      setup: lesson.setup.slice(session.line.setupCells),
      replay: wanted?.cells ?? [],
      console: { region, identities, seed: session.run.seed },
      notices,
    };
  }

  attach(port: MessagePort): void {
    this.line.attach(port);
  }

  async write(allowed: boolean): Promise<void> {
    await this.opened.keeper.write(this.opened.session.run, allowed);
  }

  begin(source: string, origin: CellOrigin): BegunCell {
    const { id, shell, fromMs } = this.opened.session.begin(source, origin);
    return { id, shell, at: timeOfDay(fromMs), origin: originWords(origin) };
  }

  statement(statement: RanStatement, index: number): StatementView {
    const { session, lesson } = this.opened;
    const id = `${session.openCell?.id ?? 'c'}.${index + 1}`;
    return lookAt(session, lesson, session.moments.length, (scene) =>
      statementView(scene, statement, { id, named: index > 0, seqs: statement.seqs }),
    );
  }

  async end(report: CellEnd): Promise<EndedCell> {
    const { session, keeper } = this.opened;
    this.line.haltAfter(undefined);
    const cell = session.end(report);
    if (cell.origin !== 'setup') this.replayed.push(cell.id);
    keeper.save(session.run);
    return { hash: cell.hash, source: cell.source };
  }

  look(look: Look): ScreenView {
    const { session, lesson, keeper } = this.opened;
    return screenView(session, lesson, look, { sent: this.sent, saved: keeper.view });
  }

  async goOn(position: number): Promise<void> {
    const { session, lesson, keeper } = this.opened;
    session.goOnAfter(lookAt(session, lesson, position, cellsEnded));
    keeper.save(session.run);
  }

  async switchTo(branch: string): Promise<readonly Notice[]> {
    const { session, keeper } = this.opened;
    const drift = session.switchTo(branch);
    keeper.save(session.run);
    return drift ? [driftNotice(session.run, drift)] : [];
  }

  async move(move: GuideMove): Promise<MoveEffect> {
    const { session, lesson, keeper } = this.opened;
    const now = session.moments.length;
    const outcome = lookAt(session, lesson, now, (scene) => lesson.act?.(move, momentOf(scene)));
    for (const [name, text] of Object.entries(outcome?.answers ?? {})) session.answer(name, text);
    keeper.save(session.run);
    if (outcome?.goOnFrom !== undefined) await this.goOn(outcome.goOnFrom);
    return { source: outcome?.source };
  }

  placeAfter(after: number): void {
    const { session } = this.opened;
    const setup = session.run.cells.findLast((cell) => cell.origin === 'setup');
    session.placeAfter(after < 0 ? setup?.id : this.replayed[after]);
  }

  async compared(): Promise<readonly Notice[]> {
    const { session, wanted, keeper } = this.opened;
    if (!wanted) return [];
    if (wanted.head !== undefined) session.placeAfter(this.replayed[wanted.head]);
    for (const [name, text] of Object.entries(wanted.answers)) session.answer(name, text);
    keeper.save(session.run);
    return differenceNotices(session, wanted, this.replayed);
  }

  haltAfter(requests: number | undefined): void {
    this.line.haltAfter(requests);
  }

  settleAt(ms: number): void {
    const { session } = this.opened;
    session.advance(Math.max(0, ms - session.line.nowMs));
  }

  async share(): Promise<Traveling> {
    const { session } = this.opened;
    const hash = session.cloud.world.hash();
    return { link: await toShareText(toPortable(session.run, hash, 'this branch'), compression), hash };
  }

  file(): RunFile {
    const { run, cloud } = this.opened.session;
    const text = toRunFile(toPortable(run, cloud.world.hash(), 'all branches'));
    return { name: runFileName(run.scenario, Date.now()), type: RUN_FILE_TYPE, text };
  }

  async readLink(text: string): Promise<LinkContent> {
    const read = await fromShareText(text, compression);
    return read.ok
      ? { ok: true, scenario: read.value.scenario }
      : { ok: false, problem: problemSentence(read.problem) };
  }
}
