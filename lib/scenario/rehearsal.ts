import { cloudPort, type LabPort, runCell } from '../cli';
import { type Cell, type CellOrigin, freshShell, type Lesson, type LessonMoment, Session } from '../run';
import type { Evidence } from './judge';
import type { Guide } from './lesson/guide';
import { openLesson } from './lesson/open-lesson';
import type { Scenario, ScenarioPrincipal } from './schema';

/**
 * A lesson played without a screen: a run and a shell. Whatever is run can be taken back, which is how the proofs
 * try one thing after another from the same moment.
 */
export class Rehearsal {
  readonly lesson: Lesson<Guide>;
  readonly session: Session;
  private readonly principals: readonly ScenarioPrincipal[];
  private readonly port: LabPort;
  private answers: Readonly<Record<string, string>> = {};

  private constructor(lesson: Lesson<Guide>, principals: readonly ScenarioPrincipal[]) {
    this.lesson = lesson;
    this.principals = principals;
    const { id, seed, startMs } = lesson;
    this.session = Session.begin({
      id: 'rehearsal',
      scenario: id,
      seed,
      startMs,
      product: '0',
      createdAtMs: 0,
    });
    this.port = portOf(this.session);
  }

  /** The world as the learner finds it. @throws where a command of the setup fails. */
  static async begin(lesson: Lesson<Guide>, principals: readonly ScenarioPrincipal[]): Promise<Rehearsal> {
    const rehearsal = new Rehearsal(lesson, principals);
    for (const source of lesson.setup) {
      const cell = await rehearsal.run(source, 'setup');
      if (cell.status !== 'done') throw new Error(`${lesson.id}: the setup fails\n${transcript(cell)}`);
    }
    return rehearsal;
  }

  static ofScenario(scenario: Scenario): Promise<Rehearsal> {
    return Rehearsal.begin(openLesson(scenario), scenario.world.principals);
  }

  async run(source: string, origin: CellOrigin = 'typed'): Promise<Cell> {
    const { session, lesson } = this;
    const before = session.shell ?? freshShell({ ...lesson, nowMs: session.line.nowMs });
    session.begin(source, origin);
    const { snapshot, ...end } = await runCell(before, source, { port: this.port, seed: lesson.seed });
    return session.end({ ...end, shell: snapshot });
  }

  /** A moment to come back to. */
  get place(): number {
    return this.session.line.cells.length;
  }

  /** Goes on from an earlier place; what was run since is left on another branch. */
  goBack(place: number): void {
    this.session.goOnAfter(place);
  }

  /** What the learner says in the guide. */
  answer(answers: Readonly<Record<string, string>>): void {
    this.answers = { ...this.answers, ...answers };
  }

  get moment(): LessonMoment {
    const { session, answers } = this;
    const { line, cloud } = session;
    const run = { ...session.run, answers };
    const setupSeq = line.ends[line.setupCells - 1] ?? 0;
    return { cloud, run, setupSeq, position: session.moments.length };
  }

  get evidence(): Evidence {
    const { cloud, run, setupSeq } = this.moment;
    return { cloud, run, setupSeq, principals: this.principals };
  }

  get guide(): Guide | undefined {
    return this.lesson.guide?.(this.moment);
  }
}

/** Like the engine's own port, but what is sent is recorded by the run. */
function portOf(session: Session): LabPort {
  return {
    ...cloudPort(session.cloud),
    send: async (request) => {
      const { trace: _trace, ...reply } = session.send(request);
      return { ...reply, nowMs: session.line.nowMs };
    },
    nowMs: async () => session.line.nowMs,
    advance: async (ms) => session.advance(ms),
  };
}

/** A cell as a terminal would show it. */
export function transcript({ source, statements }: Pick<Cell, 'source' | 'statements'>): string {
  const said = statements.map(({ stdout, stderr, note }) => [stdout, stderr, note].filter(Boolean).join(''));
  return `$ ${source}\n${said.join('')}`;
}
