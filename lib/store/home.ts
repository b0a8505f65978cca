import { type DeviceRuns, deviceRuns, QuizStore, quizCatalogue } from '../platform';
import {
  byConcept,
  byDomain,
  type GroupProgress,
  type Hall,
  hall,
  NO_PROGRESS,
  type Plan,
  type Progress,
} from '../progress';
import type { Catalogue } from '../quiz';
import type { HomeView, ScenarioSummary } from '../views';
import { today } from './quiz-queue';

export interface HomeOnDevice {
  readonly view: HomeView;
  readonly runs: DeviceRuns['runs'];
  readonly damaged: DeviceRuns['damaged'];
}

/** The home page as this device knows the learner. */
export async function homeOnDevice(scenarios: readonly ScenarioSummary[]): Promise<HomeOnDevice> {
  const { runs, damaged } = await deviceRuns();
  const { homeView } = await import('../views');
  const today = await todayOnDevice().catch(() => ({}));
  return { view: { ...homeView(scenarios, runs), ...today }, runs, damaged };
}

/** What the quizzes add to the home page; nothing before the first answer but a sentence to recall. */
async function todayOnDevice(): Promise<Partial<HomeView>> {
  const [catalogue, store] = await Promise.all([quizCatalogue(), QuizStore.open()]);
  const progress = (await store?.progress()) ?? NO_PROGRESS;
  const recall = recallOf(catalogue);
  const { due, plan } = hall(catalogue, progress, today());
  if (Object.keys(progress.quizzes).length === 0 && !plan) return { recall };
  return {
    due: plan && plan.daysLeft >= 0 ? dueWithPlan(due, plan) : { ...due, href: '/quiz/drill/' },
    progress: barsOf(catalogue, progress),
    recall,
    // Whoever answered something has been here before.
    tour: undefined,
    firstVisit: undefined,
  };
}

/** `about 3 minutes; 4 new ones for SCS-C03, 20 days ahead` */
function dueWithPlan(due: Hall['due'], { code, daysLeft, fresh }: Plan): HomeView['due'] {
  const ahead = daysLeft === 0 ? 'today' : `${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} ahead`;
  const note = `${due.note}; ${fresh} new for ${code}, ${ahead}`;
  return { count: due.count + fresh, note, href: '/quiz/drill/?plan' };
}

const MOST_CONCEPTS = 8;

function barsOf(catalogue: Catalogue, progress: Progress): HomeView['progress'] {
  const code = examOf(catalogue, progress);
  const domains = code ? byDomain(catalogue, code, progress) : [];
  const concepts = byConcept(catalogue, progress)
    .filter(({ seen }) => seen > 0)
    .sort((a, b) => percent(a) - percent(b));
  return [
    ...(code && domains.length > 0
      ? [{ title: `${code} by domain`, bars: domains.map((one) => bar(one, `domain=${code} ${one.id}`)) }]
      : []),
    {
      title: 'By concept',
      bars: concepts.slice(0, MOST_CONCEPTS).map((one) => bar(one, `concept=${one.id}`)),
    },
  ];
}

/** The exam that is ahead, or was sat last, or the first one there are items for. */
function examOf({ exams, items }: Catalogue, { exams: sat, examAhead }: Progress): string | undefined {
  const last = examAhead?.day === undefined ? sat.at(-1)?.code : examAhead.code;
  return (
    last ?? exams.find(({ code }) => items.some(({ exam }) => exam.some((one) => one.code === code)))?.code
  );
}

function bar(group: GroupProgress, query: string) {
  const { title, right, of } = group;
  return {
    title,
    percent: percent(group),
    words: `${right} of ${of}`,
    href: `/quiz/drill/?${encodeURI(query)}`,
  };
}

function percent({ right, of }: GroupProgress): number {
  return Math.round((right / of) * 100);
}

const DAY_MS = 86_400_000;

/** One concept a day, of those that have questions. */
function recallOf(catalogue: Catalogue): HomeView['recall'] {
  const asked = byConcept(catalogue, NO_PROGRESS);
  const today = asked[Math.floor(Date.now() / DAY_MS) % Math.max(1, asked.length)];
  const concept = catalogue.concepts.find(({ id }) => id === today?.id);
  if (!concept) return undefined;
  const href = `/quiz/drill/?concept=${concept.id}`;
  return { sentence: `${concept.title}: ${concept.short}`, label: 'Be asked about it', href };
}
