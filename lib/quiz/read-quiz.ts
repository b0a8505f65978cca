import { fitted, type Read } from '../reading';
import { readContent } from '../scenario';
import { type QuizItem, quizItem } from './schema';

/** Reads a quiz item file (YAML, so JSON as well). */
export function readQuizItem(text: string): Read<QuizItem> {
  return readContent('quiz item', text, quizItem);
}

/** Takes a value that was read before for a quiz item, if it is one. */
export function toQuizItem(value: unknown): Read<QuizItem> {
  return fitted('quiz item', value, quizItem);
}
