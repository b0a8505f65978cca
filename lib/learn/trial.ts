import { HOME_ACCOUNT, HOME_USER } from '../cloud';
import type { Cell, Lesson, LessonIdentity } from '../run';
import { Judge, Rehearsal } from '../scenario';
import type { Preset } from './schema/preset';
import type { Trial } from './schema/trial';

/** A run's `scenario` for a sandbox that began in a preset. */
const PREFIX = 'sandbox-';

function presetLessonId({ id }: Pick<Preset, 'id'>): string {
  return `${PREFIX}${id}`;
}

const STUDENT: LessonIdentity = {
  profile: 'default',
  name: `user/${HOME_USER}`,
  account: HOME_ACCOUNT,
  note: 'AdministratorAccess',
};

const START_MS = Date.UTC(2026, 10, 23, 9);

/**
 * A preset as the lab plays it: no guide, only a beginning. Its seed is its id: the account ids that its setup brings
 * forth are the same for everybody, so that text can name them.
 */
export function presetLesson(preset: Preset): Lesson<never> {
  const { title, regions, identities, setup } = preset;
  return {
    id: presetLessonId(preset),
    title,
    crumbs: [],
    seed: presetLessonId(preset),
    startMs: START_MS,
    region: regions[0] ?? 'eu-west-1',
    regions,
    moreRegions: ['us-east-1', 'eu-central-1', 'ap-northeast-1'].filter(
      (region) => !regions.includes(region),
    ),
    identities: [STUDENT, ...identities.map(identityOf)],
    setup,
  };
}

function identityOf({ profile, account, user, role, note }: Preset['identities'][number]): LessonIdentity {
  return { profile, name: user === undefined ? `role/${role}` : `user/${user}`, account, note };
}

/** The preset's world, before the learner's first command. @throws where a command of its setup fails. */
export function presetWorld(preset: Preset): Promise<Rehearsal> {
  const student = { profile: 'default', account: HOME_ACCOUNT, user: HOME_USER };
  return Rehearsal.begin(presetLesson(preset), [student, ...preset.identities]);
}

/** A trial that was run. */
export interface RanTrial {
  readonly cells: readonly Cell[];
  readonly holds: boolean;
  /** Where it ran. */
  readonly stage: Rehearsal;
}

/** Runs what is to be tried in the world of its preset. */
export async function runTrial(
  preset: Preset,
  { run, holds }: Pick<Trial, 'run' | 'holds'>,
): Promise<RanTrial> {
  const stage = await presetWorld(preset);
  const cells: Cell[] = [];
  for (const source of run) cells.push(await stage.run(source));
  return { cells, holds: new Judge(stage.evidence).holds(holds), stage };
}
