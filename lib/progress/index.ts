export {
  byConcept,
  byDomain,
  drillItems,
  dueItems,
  freshItems,
  type GroupProgress,
  pastItems,
} from './agenda';
export { type ExamReport, examItems, examPool, examReport, satExam } from './exam';
export { type Hall, hall } from './hall';
export { merged } from './merge';
export { type Plan, plannedItems, type Today } from './plan';
export {
  NO_PROGRESS,
  readProgress,
  withAnswer,
  withExam,
  withExamAhead,
  writeProgress,
} from './progress';
export { comesBack } from './schedule';
export type { Progress } from './schema';
export { newSitting, readSitting, type Sitting } from './sitting';
