export {
  deleteRun,
  forgetDamaged,
  type LessonSource,
  type LinkContent,
  readLink,
  saveDamaged,
} from '../platform';
export { useAccess } from './access';
export { type Exam, type ExamState, useExam } from './exam';
export { type HomeOnDevice, homeOnDevice } from './home';
export { type PolicyDesk, placeWord, withRequest } from './policy-desk';
export { type Drill, type DrillState, useDrill } from './quiz';
export {
  exportProgress,
  forgetDamagedProgress,
  type HallOnDevice,
  hallOnDevice,
  importProgress,
  saveDamagedProgress,
  setExamDay,
} from './quiz-hall';
export { type DrillQuery, drillQuery, drillSource, labDrill } from './quiz-queue';
export { type Found, type Search, searchAnywhere } from './search';
export { type TrialState, type Tried, useTrial } from './trial';
export { useWorkspace, useWorkspaceActions, WorkspaceProvider } from './workspace-context';
export {
  closedBecause,
  type PaneName,
  phaseWords,
  type SideTab,
  type StageTab,
  type WorkspaceState,
} from './workspace-state';
