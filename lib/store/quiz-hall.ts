import { type DamagedProgress, QuizStore, quizCatalogue, readFile, saveFile } from '../platform';
import { type Hall, hall, NO_PROGRESS, withExamAhead, writeProgress } from '../progress';
import { problemSentence } from '../reading';
import { today } from './quiz-queue';

export interface HallOnDevice {
  readonly hall: Hall;
  readonly damaged: readonly DamagedProgress[];
  /** False where the browser keeps nothing for this page. */
  readonly isKept: boolean;
  /** The code of an exam that was begun and not ended. */
  readonly openExam?: string | undefined;
}

/** The place of quizzes as this device knows the learner. */
export async function hallOnDevice(): Promise<HallOnDevice> {
  const [catalogue, store] = await Promise.all([quizCatalogue(), QuizStore.open()]);
  const progress = (await store?.progress()) ?? NO_PROGRESS;
  const exam = (await store?.sitting('exam'))?.exam;
  return {
    hall: hall(catalogue, progress, today()),
    damaged: (await store?.damaged()) ?? [],
    isKept: store !== undefined,
    openExam: exam?.endedMs === undefined ? exam?.code : undefined,
  };
}

/** @param day such as `2026-12-24`; without one the date is taken back */
export async function setExamDay(code: string, day: string | undefined): Promise<void> {
  const store = await QuizStore.open();
  await store?.change((before) => withExamAhead(before, code, day, Date.now()));
}

const FILE_TYPE = 'application/json';
const MOST_BYTES = 8_000_000;

/** Hands the learner's progress to them as a file. */
export async function exportProgress(): Promise<void> {
  const store = await QuizStore.open();
  const progress = (await store?.progress()) ?? NO_PROGRESS;
  const day = new Date().toISOString().slice(0, 10);
  saveFile(`kms-lab-progress-${day}.json`, FILE_TYPE, `${writeProgress(progress)}\n`);
}

/** Brings progress back from a file and says how that went. */
export async function importProgress(file: File): Promise<{ readonly ok: boolean; readonly words: string }> {
  const text = await readFile(file, MOST_BYTES);
  if (text === undefined) return { ok: false, words: 'The file is larger than progress can be.' };
  const store = await QuizStore.open();
  if (!store) return { ok: false, words: 'This browser keeps nothing for this page.' };
  const read = await store.bringBack(text);
  if (!read.ok) return { ok: false, words: `${problemSentence(read.problem)} Nothing was changed.` };
  const answered = Object.keys(read.value.quizzes).length;
  return { ok: true, words: `Brought back. ${answered} questions have an answer on this device now.` };
}

export function saveDamagedProgress({ id, why, text }: DamagedProgress): void {
  saveFile(
    `kms-lab-set-aside-${id.replaceAll(' ', '-')}.json`,
    FILE_TYPE,
    `${JSON.stringify({ why, text }, null, 1)}\n`,
  );
}

export async function forgetDamagedProgress({ id }: DamagedProgress): Promise<void> {
  const store = await QuizStore.open();
  await store?.forgetDamaged(id);
}
