import { HOME_ACCOUNT, HOME_USER } from '../../cloud';
import { presetLesson, toPreset } from '../../learn';
import { problemSentence } from '../../reading';
import type { Lesson } from '../../run';
import { openLesson as openScenario, toScenario } from '../../scenario';
import type { GuideView } from '../../views';
import type { LessonSource } from './protocol';

const SANDBOX = 'sandbox';

const OTHER_REGIONS = [
  'us-east-1',
  'us-west-2',
  'eu-central-1',
  'eu-north-1',
  'ap-southeast-2',
  'ap-northeast-1',
] as const;

/** The workspace without a guide. The seed differs from run to run, so that no two sandboxes are alike. */
function sandbox(seed: string): Lesson<GuideView> {
  return {
    id: SANDBOX,
    title: 'Sandbox',
    crumbs: [],
    seed,
    startMs: Date.UTC(2026, 10, 23, 9),
    region: 'eu-west-1',
    regions: ['eu-west-1'],
    moreRegions: OTHER_REGIONS,
    identities: [
      { profile: 'default', name: `user/${HOME_USER}`, account: HOME_ACCOUNT, note: 'AdministratorAccess' },
    ],
    setup: [],
  };
}

/** The workspace without a guide, in a world that commands have made. */
function preset(data: unknown): Lesson<GuideView> {
  const read = toPreset(data);
  if (!read.ok) throw new Error(problemSentence(read.problem));
  return presetLesson(read.value);
}

/** @param seed for lessons that leave it open. */
export function openLesson(source: LessonSource, seed: string): Lesson<GuideView> {
  if (source.kind === 'sandbox') return sandbox(seed);
  if (source.kind === 'preset') return preset(source.data);
  const read = toScenario(source.data);
  if (!read.ok) throw new Error(problemSentence(read.problem));
  return openScenario(read.value);
}
