import { type QuizItem, readQuizItem } from '../../lib/quiz';
import { contentFile } from './files';

/** Quiz items by their ids. */
export function quizItems(ids: readonly string[]): readonly QuizItem[] {
  return ids.map((id) => contentFile(`quizzes/${id}.yaml`, readQuizItem));
}
