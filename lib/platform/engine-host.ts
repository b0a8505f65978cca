import { needs } from '../base';
import {
  type CellOrigin,
  type GuideMove,
  type Lesson,
  type PortableRun,
  PRODUCT_VERSION,
  type RanStatement,
  runFileName,
  Session,
  toPortable,
  toRunFile,
  toShareText,
} from '../run';
import {
  cellsEnded,
  type GuideView,
  type Look,
  lookAt,
  momentOf,
  originWords,
  type ScreenView,
  type StatementView,
  screenView,
  statementView,
  timeOfDay,
} from '../views';
import { compression } from './compression';
import { differenceNotices, driftNotice } from './drift-notices';
import { Keeper } from './keeper';
import { LabLine } from './lab-line';
import { openLesson } from './lessons';
import type {
  BegunCell,
  CellReport,
  EndedCell,
  EngineApi,
  EngineEvents,
  LessonSource,
  MoveEffect,
  Notice,
  OpenedRun,
  Opening,
  Traveling,
} from './protocol';
import type { Remote } from './rpc';

/** The run that is open, with all that plays it. */
interface Play {
  readonly session: Session;
  readonly lesson: Lesson<GuideView>;
  readonly keeper: Keeper;
  /** What an opened link or file said the run should lead to. */
  readonly wanted?: PortableRun | undefined;
  /** Names of the cells the screen has. */
  readonly sent: Set<string>;
  /** Cells run since the setup, for a run that is being played again. */
  readonly replayed: string[];
}

/** The engine's side of the page: holds the world and answers with views. Knows nothing of the DOM. */
export class EngineHost implements EngineApi {
  private readonly events: Remote<EngineEvents>;
  private readonly line: LabLine;
  private play: Play | undefined;

  constructor(events: Remote<EngineEvents>) {
    this.events = events;
    this.line = new LabLine(
      () => this.opened.session,
      () => void this.events.halted(),
    );
  }

  private get opened(): Play {
    needs(this.play, 'a run is open');
    return this.play;
  }

  async open(source: LessonSource, opening: Opening, tab: string): Promise<OpenedRun> {
    const keeper = await Keeper.open(tab, (view) => void this.events.saved(view));
    const lesson = openLesson(source, opening.kind === 'portable' ? opening.run.seed : randomName());
    const notices: Notice[] = [];
    const session =
      (await resumed(keeper, lesson, opening, notices)) ?? Session.begin(originOf(lesson, opening));
    const wanted = opening.kind === 'portable' ? opening.run : undefined;
    this.play = { session, lesson, keeper, wanted, sent: new Set(), replayed: [] };
    const setup = lesson.setup.slice(session.line.setupCells);
    const { region, identities, id } = lesson;
    return { runId: session.run.id, scenario: id, setup, console: { region, identities }, notices };
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

  async end(report: CellReport): Promise<EndedCell> {
    const { session, keeper, replayed } = this.opened;
    this.line.haltAfter(undefined);
    const cell = session.end(report);
    if (cell.origin !== 'setup') replayed.push(cell.id);
    keeper.save(session.run);
    return { hash: cell.hash, source: cell.source };
  }

  look(look: Look): ScreenView {
    const { session, lesson, sent, keeper } = this.opened;
    return screenView(session, lesson, look, { sent, saved: keeper.view });
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
    const outcome = lookAt(session, lesson, session.moments.length, (scene) =>
      lesson.act?.(move, momentOf(scene)),
    );
    for (const [name, text] of Object.entries(outcome?.answers ?? {})) session.answer(name, text);
    keeper.save(session.run);
    if (outcome?.goOnFrom !== undefined) await this.goOn(outcome.goOnFrom);
    return { source: outcome?.source };
  }

  placeAfter(after: number): void {
    const { session, replayed } = this.opened;
    const setup = session.run.cells.findLast((cell) => cell.origin === 'setup');
    session.placeAfter(after < 0 ? setup?.id : replayed[after]);
  }

  async compared(): Promise<readonly Notice[]> {
    const { session, wanted, keeper, replayed } = this.opened;
    if (!wanted) return [];
    if (wanted.head !== undefined) session.placeAfter(replayed[wanted.head]);
    for (const [name, text] of Object.entries(wanted.answers)) session.answer(name, text);
    keeper.save(session.run);
    return differenceNotices(session, wanted, replayed);
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

  file(): { readonly name: string; readonly text: string } {
    const { run, cloud } = this.opened.session;
    const text = toRunFile(toPortable(run, cloud.world.hash(), 'all branches'));
    return { name: runFileName(run.scenario, Date.now()), text };
  }
}

/** The run on this device, brought back; nothing where there is none or another one is wanted. */
async function resumed(
  keeper: Keeper,
  lesson: Lesson<GuideView>,
  opening: Opening,
  notices: Notice[],
): Promise<Session | undefined> {
  if (opening.kind !== 'resume') return undefined;
  const found = await keeper.find(lesson.id, opening.runId);
  notices.push(...found.notices);
  const { run } = found;
  if (!run) return undefined;
  try {
    const { session, drift } = Session.restore(run);
    if (drift) notices.push(driftNotice(run, drift));
    return session;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    notices.push(
      await keeper.setAside(run, {
        part: 'stored run',
        expected: 'requests that can be sent again',
        found: message,
      }),
    );
    return undefined;
  }
}

function originOf(lesson: Lesson<GuideView>, opening: Opening): Parameters<typeof Session.begin>[0] {
  const { seed, startMs } = opening.kind === 'portable' ? opening.run : lesson;
  const createdAtMs = Date.now();
  return { id: randomName(), scenario: lesson.id, seed, startMs, product: PRODUCT_VERSION, createdAtMs };
}

function randomName(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 20);
}
