import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { LessonSource } from '../platform';
import { type WorkspaceActions, workspaceActions } from './actions';
import { Workspace } from './workspace';
import type { WorkspaceState } from './workspace-state';

interface Held {
  readonly workspace: Workspace;
  readonly actions: WorkspaceActions;
}

const WorkspaceContext = createContext<Held | undefined>(undefined);

/** Opens a lab for the parts within, and leaves it with them. */
export function WorkspaceProvider({
  lesson,
  offered,
  children,
}: {
  lesson: LessonSource;
  /** A command to begin with, typed in and not run. */
  offered?: string | undefined;
  children: ReactNode;
}) {
  const held = useMemo(() => {
    const workspace = new Workspace(lesson, offered);
    return { workspace, actions: workspaceActions(workspace) };
  }, [lesson, offered]);
  useEffect(() => {
    void held.actions.open();
    return held.actions.leave;
  }, [held]);
  return <WorkspaceContext value={held}>{children}</WorkspaceContext>;
}

/** For the other hooks of the store. */
export function useHeld(): Held {
  const held = useContext(WorkspaceContext);
  if (!held) throw new Error('workspace: expected a WorkspaceProvider above, found none');
  return held;
}

/** What a part of the workspace shows; it draws again only when this changes. */
export function useWorkspace<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useHeld().workspace.store, useShallow(select));
}

export function useWorkspaceActions(): WorkspaceActions {
  return useHeld().actions;
}
