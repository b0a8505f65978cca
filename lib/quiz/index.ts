export { proveQuizItem } from './laws/prove';
export { balanceLaws } from './laws/writing';
export {
  type Answer,
  type ExamResult,
  type Mode,
  markExam,
  type Question,
  questionOf,
  type Result,
  resultOf,
} from './marking';
export { type RanProof, runProof } from './proof';
export { readQuizItem, toQuizItem } from './read-quiz';
export { type QuizItem, type QuizType, quizJsonSchema } from './schema';
