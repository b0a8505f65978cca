export { type Catalogue, type CatalogueEntry, catalogueEntry } from './catalogue';
export { type Exam, readExam } from './exams';
export { proveQuizItem, type QuizKnowledge } from './laws/prove';
export { balanceLaws } from './laws/writing';
export {
  type Answer,
  type Mode,
  questionOf,
  resultOf,
} from './marking';
export { type RanProof, runProof } from './proof';
export { readQuizItem, toQuizItem } from './read-quiz';
export { type ProblemClass, type QuizItem, quizJsonSchema } from './schema';
export { asShown } from './shown-order';
