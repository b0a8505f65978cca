import { type DeviceRuns, deviceRuns, QuizStore, quizCatalogue } from '../platform';
import { byConcept, byDomain, type GroupProgress, hall, NO_PROGRESS, type Progress } from '../progress';
import type { Catalogue } from '../quiz';
import type { HomeView, ScenarioSummary } from '../views';
import { endOfDay } from './quiz-queue';

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
  if (Object.keys(progress.quizzes).length === 0) return { recall };
  const { due } = hall(catalogue, progress, endOfDay());
  return {
    due: { ...due, href: '/quiz/drill/' },
    progress: barsOf(catalogue, progress),
    recall,
    // Whoever answered something has been here before.
    tour: undefined,
    firstVisit: undefined,
  };
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

/** The exam that was sat last, or the first one there are items for. */
function examOf({ exams, items }: Catalogue, { exams: sat }: Progress): string | undefined {
  const last = sat.at(-1)?.code;
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
