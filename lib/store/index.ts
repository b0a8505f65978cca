export {
  deleteRun,
  forgetDamaged,
  type LessonSource,
  type LinkContent,
  readLink,
  saveDamaged,
} from '../platform';
export { type HomeOnDevice, homeOnDevice } from './home';
export { type Proving, type Quiz, useQuiz } from './quiz';
export { useWorkspace, useWorkspaceActions, WorkspaceProvider } from './workspace-context';
export {
  closedBecause,
  type PaneName,
  phaseWords,
  type SideTab,
  type StageTab,
  type WorkspaceState,
} from './workspace-state';
