import type { ApiRequest } from '../../../aws';
import type { Commit } from '../../../world';
import { LAB_SERVICE } from '../labs-own';
import { loadDrives } from '../records/load-generator';

type Played = Pick<Commit<ApiRequest>, 'request' | 'atMs'>;

/** Whether a commit is a second of bulk load. */
export function isLoad({ request }: Pick<Played, 'request'>): boolean {
  return (
    request.service === LAB_SERVICE && request.operation === 'Due' && request.input.table === loadDrives.name
  );
}

/** Seconds of load that belong to one moment: nobody steps through ten minutes second by second. */
const MOMENT_MS = 10_000;

/** Whether a second of load goes on with the ten that `first` began. */
export function continuesLoad(first: Played, commit: Played): boolean {
  const begun = Math.floor(first.atMs / MOMENT_MS);
  return (
    isLoad(first) &&
    isLoad(commit) &&
    first.request.input.id === commit.request.input.id &&
    begun === Math.floor(commit.atMs / MOMENT_MS)
  );
}
