import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HOME_ACCOUNT, HOME_USER } from '../../lib/cloud';
import { problemSentence } from '../../lib/reading';
import { fromRunFile, type Lesson, type PortableRun, shortHash } from '../../lib/run';
import { openLesson, readScenario } from '../../lib/scenario';
import { Headless } from './headless';
import { UsageError } from './subcommand';

export interface WorldWishes {
  readonly region?: string | undefined;
  readonly seed?: string | undefined;
  /** A run file from the workspace, or a scenario file. */
  readonly world?: string | undefined;
}

const START_MS = Date.UTC(2026, 10, 23, 9);
const REGION = 'eu-west-1';

/** The lab a script finds: an empty one, one that a scenario sets up, or one at the end of a recorded run. */
export async function openWorld(wishes: WorldWishes): Promise<Headless> {
  if (wishes.world === undefined) return emptyLab(wishes);
  const text = fileText(wishes.world);
  const scenario = readScenario(text);
  if (scenario.ok) return afterSetup(openLesson(scenario.value), wishes);
  const run = fromRunFile(text);
  if (run.ok) return replayed(run.value, wishes);
  throw new UsageError(
    `${wishes.world}: expected a scenario or a run file. As a scenario: ${problemSentence(scenario.problem)} As a run file: ${problemSentence(run.problem)}`,
  );
}

function emptyLab({ region, seed }: WorldWishes, startMs = START_MS): Headless {
  const identities = [{ profile: 'default', name: `user/${HOME_USER}`, account: HOME_ACCOUNT }];
  return new Headless({ seed: seed ?? 'lab', startMs, region: region ?? REGION, identities });
}

async function afterSetup(lesson: Lesson<unknown>, { region, seed }: WorldWishes): Promise<Headless> {
  const lab = new Headless({ ...lesson, seed: seed ?? lesson.seed, region: region ?? lesson.region });
  for (const source of lesson.setup) {
    const { exitCode, statements } = await lab.run(source);
    if (exitCode === 0) continue;
    throw new UsageError(
      `setup of ${lesson.id}: ${source}\n${statements.map(({ stderr }) => stderr).join('')}`,
    );
  }
  return lab;
}

async function replayed(run: PortableRun, wishes: WorldWishes): Promise<Headless> {
  const from = { ...wishes, seed: run.seed };
  const lab =
    run.scenario === 'sandbox' ? emptyLab(from, run.startMs) : await afterSetup(lessonOf(run), from);
  for (const { source, hash } of pathOf(run)) {
    await lab.run(source);
    if (shortHash(lab.hash) === hash) continue;
    throw new UsageError(`this version of the lab comes to another state than the run file after: ${source}`);
  }
  return lab;
}

function lessonOf({ scenario, startMs }: PortableRun): Lesson<unknown> {
  const path = fileURLToPath(new URL(`../../content/scenarios/${scenario}.yaml`, import.meta.url));
  const read = readScenario(fileText(path));
  if (!read.ok) throw new UsageError(problemSentence(read.problem));
  return { ...openLesson(read.value), startMs };
}

/** The cells that lead to the head of the branch in use, oldest first. */
function pathOf({ cells, head }: PortableRun): PortableRun['cells'] {
  const path: PortableRun['cells'][number][] = [];
  for (let at = head ?? -1; at >= 0; ) {
    const cell = cells[at];
    if (!cell) break;
    path.push(cell);
    at = cell.after;
  }
  return path.reverse();
}

function fileText(path: string): string {
  if (!existsSync(path)) throw new UsageError(`${path}: there is no such file`);
  return readFileSync(path, 'utf8');
}
