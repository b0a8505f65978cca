export { proveQuizItem } from './laws/prove';
export { balanceLaws, wordingLaws } from './laws/writing';
export {
  type Answer,
  type ExamResult,
  isRight,
  keyOf,
  MODES,
  type Mode,
  markExam,
  type Question,
  questionOf,
  type Result,
  resultOf,
} from './marking';
export { type RanProof, runProof } from './proof';
export { readQuizItem, toQuizItem } from './read-quiz';
export { QUIZ_TYPES, type QuizItem, type QuizType, quizJsonSchema } from './schema';
