'use client';

import { useEffect, useState } from 'react';
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
  // The newest sandbox run may have commands of before: the tour counts its own.
  const [before, setBefore] = useState<number>();
  useEffect(() => {
    if (ready && before === undefined) setBefore(cells.length);
  }, [ready, before, cells]);
  return (
    <Tour
      commands={Math.max(0, cells.length - (before ?? cells.length))}
      openedRequest={request !== undefined}
      ready={ready}
      onRun={act.runFromGuide}
      onClose={onClose}
    />
  );
}
