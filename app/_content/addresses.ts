import type { Row, Trial } from '../../lib/learn';

/** Where things of Learn, the playbook and the sandbox stand. */
export function conceptPath(id: string): string {
  return `/learn/${id}/`;
}

export function rowPath({ id }: Pick<Row, 'id'>): string {
  return `/playbook/#${id}`;
}

export function presetPath(id: string): string {
  return `/sandbox/?preset=${id}`;
}

const PRESET_RUN = 'sandbox-';

/** What a run calls its lesson where it began in a preset. It is `presetLesson` of `lib/learn` that names it so. */
export function lessonOfPreset(preset: string): string {
  return `${PRESET_RUN}${preset}`;
}

/** The preset that a run of this lesson began in; none where it began in none. */
export function presetOfLesson(lesson: string): string | undefined {
  return lesson.startsWith(PRESET_RUN) ? lesson.slice(PRESET_RUN.length) : undefined;
}

/** The sandbox with these commands typed in. */
export function trialPath({ preset, run }: Pick<Trial, 'preset' | 'run'>): string {
  return `/sandbox/?${new URLSearchParams({ preset, cmd: run.join('\n') })}`;
}
