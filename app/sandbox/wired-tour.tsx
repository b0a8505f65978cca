'use client';

import { Tour } from '../../components/site/tour';
import { useWorkspace, useWorkspaceActions } from '../../lib/store';

const NOTHING: readonly never[] = [];

export function WiredTour({ onClose }: { onClose: () => void }) {
  const { cells, request, ready } = useWorkspace((state) => ({
    cells: state.screen?.cells ?? NOTHING,
    request: state.look.request,
    ready: state.phase.kind === 'ready' && !state.isRunning,
  }));
  const act = useWorkspaceActions();
  return (
    <Tour
      commands={cells.length}
      openedRequest={request !== undefined}
      ready={ready}
      onRun={act.runFromGuide}
      onClose={onClose}
    />
  );
}
