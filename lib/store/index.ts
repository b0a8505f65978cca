export type { LessonSource } from '../platform';
export { useWorkspace, useWorkspaceActions, WorkspaceProvider } from './workspace-context';
export {
  closedBecause,
  type PaneName,
  phaseWords,
  type SideTab,
  type StageTab,
  type WorkspaceState,
} from './workspace-state';
