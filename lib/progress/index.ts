export {
  byConcept,
  byDomain,
  byProblem,
  drillItems,
  dueItems,
  type GroupProgress,
  pastItems,
} from './agenda';
export { type ExamReport, examItems, examPool, examReport, type ReportItem, satExam } from './exam';
export { type Hall, hall } from './hall';
export { merged } from './merge';
export {
  isSureAndWrong,
  NO_PROGRESS,
  readProgress,
  withAnswer,
  withExam,
  withScenarioDone,
  withStep,
  writeProgress,
} from './progress';
export { comesBack } from './schedule';
export type { Card, ExamSat, Progress, QuizProgress, ScenarioProgress } from './schema';
export { newSitting, readSitting, type Sitting } from './sitting';
