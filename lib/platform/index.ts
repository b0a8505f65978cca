import type { DeviceRuns } from './device-runs';
import type { Damaged } from './run-store';

export { addressedRun, addressFragment, addressRun, dropFragment, shareAddress } from './address';
export { readFile, saveFile } from './files';
export { LabClient, type LabListener, type LabPhase } from './lab/lab-client';
export type {
  BegunCell,
  LessonSource,
  LinkContent,
  Notice,
  Opening,
} from './lab/protocol';
export { readLink } from './lab/read-link';
export { LearnClient } from './learn-client';
export { QuizClient } from './quiz-client';
export { quizCatalogue, quizData } from './quiz-files';
export { type DamagedProgress, QuizStore } from './quiz-store';
export { searchFile } from './search-file';
export type { Damaged, DeviceRuns };

// What reads stored runs weighs more than a page that only lists them should: it is loaded when it is asked.

export async function deviceRuns(): Promise<DeviceRuns> {
  const { deviceRuns: read } = await import('./device-runs');
  return await read();
}

export async function forgetDamaged(id: string): Promise<void> {
  const { forgetDamaged: forget } = await import('./device-runs');
  await forget(id);
}

export async function deleteRun(id: string): Promise<void> {
  const { deleteRun: remove } = await import('./device-runs');
  await remove(id);
}

export async function saveDamaged(damaged: Damaged): Promise<void> {
  const { saveDamaged: save } = await import('./device-runs');
  save(damaged);
}
