import { RUN_FILE_TYPE } from '../run';
import type { RunSummary } from '../views';
import { saveFile } from './files';
import { type Damaged, RunStore } from './run-store';

/** What this device keeps: runs that can be opened, newest first, and runs that were set aside. */
export interface DeviceRuns {
  readonly runs: readonly RunSummary[];
  readonly damaged: readonly Damaged[];
}

const NOTHING: DeviceRuns = { runs: [], damaged: [] };

/** Nothing where the browser keeps nothing for this page. */
export async function deviceRuns(): Promise<DeviceRuns> {
  const store = await RunStore.open().catch(() => undefined);
  if (!store) return NOTHING;
  const runs = await store.list();
  return {
    runs: runs.map(({ id, scenario, cells, answers, savedAtMs }) => {
      return { id, scenario, commands: cells.length, step: answers.step, savedAtMs };
    }),
    damaged: await store.damaged(),
  };
}

/** Throws a set-aside run away for good. */
export async function forgetDamaged(id: string): Promise<void> {
  const store = await RunStore.open();
  await store.forgetDamaged(id);
}

/** Deletes a run for good. */
export async function deleteRun(id: string): Promise<void> {
  const store = await RunStore.open();
  await store.delete(id);
}

/** Hands a set-aside run to the learner as a file, as it was found. */
export function saveDamaged({ id, why, records }: Damaged): void {
  const asText = (_: string, value: unknown) => (value instanceof Uint8Array ? [...value] : value);
  const text = `${JSON.stringify({ why, records }, asText, 1)}\n`;
  saveFile(`kms-lab-set-aside-${id}.json`, RUN_FILE_TYPE, text);
}
