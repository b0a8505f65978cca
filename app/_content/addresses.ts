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

/** The sandbox with these commands typed in. */
export function trialPath({ preset, run }: Pick<Trial, 'preset' | 'run'>): string {
  return `/sandbox/?${new URLSearchParams({ preset, cmd: run.join('\n') })}`;
}
