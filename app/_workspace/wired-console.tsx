'use client';

import { type ReactNode, useMemo } from 'react';
import { ConsolePanel } from '../../components/console/console-panel';
import { closedBecause, useWorkspace, useWorkspaceActions, type WorkspaceState } from '../../lib/store';
import type { CellView, ConsoleView } from '../../lib/views';

const NOTHING: readonly never[] = [];

export function WiredConsole({ beginnings }: { beginnings?: ReactNode }) {
  const { refs, cells, running, history, isRunning, closed, draft } = useWorkspace(
    (state: WorkspaceState) => ({
      refs: state.screen?.cells,
      cells: state.cells,
      running: state.running,
      history: state.screen?.history ?? NOTHING,
      isRunning: state.isRunning,
      closed: closedBecause(state),
      draft: state.draft,
    }),
  );
  const act = useWorkspaceActions();
  const view = useMemo((): ConsoleView => {
    const shown: readonly CellView[] = (refs ?? NOTHING).flatMap(({ id }) => cells.get(id) ?? []);
    // Once a cell is recorded it stands among the others; for a moment it is in both places.
    const live = running && !shown.some(({ id }) => id === running.id) ? [...shown, running] : shown;
    return { prompt: '$', cells: live, running: isRunning, closedBecause: closed, history };
  }, [refs, cells, running, history, isRunning, closed]);
  return (
    <ConsolePanel
      view={view}
      draft={draft}
      beginnings={beginnings}
      onRun={act.type}
      onStop={act.stop}
      onSuggest={act.suggest}
      onOpenRequest={act.openRequest}
    />
  );
}
