export {
  addressFragment,
  forgetDamaged,
  type LessonSource,
  type LinkContent,
  readLink,
  saveDamaged,
} from '../platform';
export { type HomeOnDevice, homeOnDevice } from './home';
export { useWorkspace, useWorkspaceActions, WorkspaceProvider } from './workspace-context';
export {
  closedBecause,
  type PaneName,
  phaseWords,
  type SideTab,
  type StageTab,
  type WorkspaceState,
} from './workspace-state';
