import { problemSentence } from '../../reading';
import {
  fromRunFile,
  fromShareText,
  type Lesson,
  type PortableRun,
  PRODUCT_VERSION,
  Session,
} from '../../run';
import type { GuideView, SavedView } from '../../views';
import { compression } from './compression';
import { driftNotice } from './drift-notices';
import { Keeper } from './keeper';
import { openLesson } from './lessons';
import type { Play } from './play';
import type { LessonSource, Notice, Opening } from './protocol';

type Coming = Extract<Opening, { readonly text: string }>;

/** Opens a run: one that came by link or file, the one on this device, or a new one. */
export async function openedRun(
  source: LessonSource,
  opening: Opening,
  tab: string,
  onSaved: (view: SavedView) => void,
): Promise<Play> {
  const keeper = await Keeper.open(tab, onSaved);
  const notices: Notice[] = [];
  if ('text' in opening) {
    const wanted = await arrived(source, opening, notices);
    if (wanted) {
      const lesson = openLesson(source, wanted.seed);
      return { session: Session.begin(originOf(lesson, wanted)), lesson, keeper, wanted, notices };
    }
  }
  const lesson = openLesson(source, randomName());
  const session =
    opening.kind === 'new' ? undefined : await resumed(keeper, lesson, wantedId(opening), notices);
  return { session: session ?? Session.begin(originOf(lesson, lesson)), lesson, keeper, notices };
}

function wantedId(opening: Exclude<Opening, { readonly kind: 'new' }>): string | undefined {
  return opening.kind === 'resume' ? opening.runId : opening.otherwise;
}

/** A run from outside, if it can be read and is a run of this lab; otherwise the learner is told. */
async function arrived(
  source: LessonSource,
  { kind, text }: Coming,
  notices: Notice[],
): Promise<PortableRun | undefined> {
  const read = kind === 'link' ? await fromShareText(text, compression) : fromRunFile(text);
  const own = source.kind === 'sandbox' ? source.kind : source.id;
  if (read.ok && read.value.scenario === own) return read.value;
  const why = read.ok
    ? `It is a run of the lab “${read.value.scenario}”; open that lab and import it there.`
    : problemSentence(read.problem);
  notices.push({ tone: 'refused', title: 'Nothing was opened', text: `${why} The run of before is open.` });
  return undefined;
}

/** The run on this device, brought back; nothing where there is none. */
async function resumed(
  keeper: Keeper,
  lesson: Lesson<GuideView>,
  runId: string | undefined,
  notices: Notice[],
): Promise<Session | undefined> {
  const found = await keeper.find(lesson.id, runId);
  notices.push(...found.notices);
  const { run } = found;
  if (!run) return undefined;
  try {
    const { session, drift } = Session.restore(run);
    if (drift) notices.push(driftNotice(run, drift));
    return session;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const problem = { part: 'stored run', expected: 'requests that can be sent again', found: message };
    notices.push(await keeper.setAside(run, problem));
    return undefined;
  }
}

function originOf(
  lesson: Lesson<GuideView>,
  from: Pick<PortableRun, 'seed' | 'startMs'>,
): Parameters<typeof Session.begin>[0] {
  const { seed, startMs } = from;
  return {
    id: randomName(),
    scenario: lesson.id,
    seed,
    startMs,
    product: PRODUCT_VERSION,
    createdAtMs: Date.now(),
  };
}

function randomName(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 20);
}
