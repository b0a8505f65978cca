import type { FirstStepView, GoOnView, HomeView, IncidentView } from './model';

/** What the home page knows of a scenario. */
export interface ScenarioSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly pager?: string | undefined;
  readonly steps: readonly { readonly id: string; readonly title: string }[];
}

/** What the device knows of the newest run of a scenario. */
export interface RunSummary {
  readonly id: string;
  readonly scenario: string;
  /** How many commands were run. */
  readonly commands: number;
  /** Id of the step it stands at; absent where none was taken. */
  readonly step?: string | undefined;
  readonly savedAtMs: number;
}

/** The sandbox with the tour beside it. */
const TOUR_PATH = '/sandbox/?tour=1';

const FIRST_STEPS: readonly FirstStepView[] = [
  {
    title: 'Type a real command',
    text: 'The sandbox has a shell with the aws command. What it answers comes from a KMS that lives in this page.',
    minutes: '1 minute',
    href: TOUR_PATH,
  },
  {
    title: 'See why',
    text: 'Under each call stand the gates it passed. Open one and the X-ray says what every gate saw, and why it refused.',
    minutes: '5 minutes',
  },
  {
    title: 'Take the pager',
    text: 'An incident begins with what the pager said. Find the cause, repair it, and prove that it holds.',
    minutes: 'half an hour',
  },
];

export const SANDBOX_PATH = '/sandbox/';

export function labPath(scenario: string): string {
  return `/labs/${scenario}/`;
}

/** @param runs newest first; none on a first visit, and before the device was asked. */
export function homeView(scenarios: readonly ScenarioSummary[], runs: readonly RunSummary[]): HomeView {
  const isFirst = runs.length === 0;
  return {
    goOn: goOnView(scenarios, runs),
    incidents: scenarios.map((scenario) => incidentView(scenario, newestOf(scenario, runs))),
    tour: isFirst ? TOUR_PATH : undefined,
    firstVisit: isFirst ? FIRST_STEPS : undefined,
  };
}

function newestOf({ id }: ScenarioSummary, runs: readonly RunSummary[]): RunSummary | undefined {
  return runs.find((run) => run.scenario === id);
}

function incidentView(scenario: ScenarioSummary, run: RunSummary | undefined): IncidentView {
  const { id, title, summary, minutes, pager, steps } = scenario;
  const at = stepOf(scenario, run);
  const state = run === undefined ? 'new' : at === steps.length - 1 ? 'done' : 'begun';
  return {
    id,
    title,
    pager,
    summary,
    minutes,
    state,
    progress: state === 'begun' ? `step ${at + 1} of ${steps.length}` : undefined,
    href: labPath(id),
  };
}

function stepOf({ steps }: ScenarioSummary, run: RunSummary | undefined): number {
  return Math.max(
    0,
    steps.findIndex(({ id }) => id === run?.step),
  );
}

function goOnView(scenarios: readonly ScenarioSummary[], runs: readonly RunSummary[]): GoOnView {
  for (const run of runs) {
    const scenario = scenarios.find(({ id }) => id === run.scenario);
    if (!scenario) continue;
    const at = stepOf(scenario, run);
    if (at === scenario.steps.length - 1) continue;
    const step = scenario.steps[at];
    return { label: `Go on: ${step?.title ?? scenario.title}`, href: labPath(scenario.id) };
  }
  const untouched = scenarios.find((scenario) => !newestOf(scenario, runs));
  if (untouched) return { label: `Start: ${untouched.title}`, href: labPath(untouched.id) };
  return { label: 'Open the sandbox', href: SANDBOX_PATH };
}
