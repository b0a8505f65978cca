import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type QuizItem, readQuizItem } from '../../lib/quiz';
import { problemSentence } from '../../lib/reading';

const FOLDER = join(process.cwd(), 'content', 'quizzes');

/** Quiz items by their ids, read when the site is built. A file that cannot be read stops the build. */
export function quizItems(ids: readonly string[]): readonly QuizItem[] {
  return ids.map((id) => {
    const read = readQuizItem(readFileSync(join(FOLDER, `${id}.yaml`), 'utf8'));
    if (!read.ok) throw new Error(`content/quizzes/${id}.yaml: ${problemSentence(read.problem)}`);
    return read.value;
  });
}
