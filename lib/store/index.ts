export { forgetDamaged, type LessonSource } from '../platform';
export { type HomeOnDevice, homeOnDevice, saveDamaged } from './home';
export { type LinkTarget, whereLinkLeads } from './link';
export { useWorkspace, useWorkspaceActions, WorkspaceProvider } from './workspace-context';
export {
  closedBecause,
  type PaneName,
  phaseWords,
  type SideTab,
  type StageTab,
  type WorkspaceState,
} from './workspace-state';
