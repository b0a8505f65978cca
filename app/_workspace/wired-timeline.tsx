'use client';

import { Timeline } from '../../components/timeline/timeline';
import { TimelineList } from '../../components/timeline/timeline-list';
import { useWorkspace, useWorkspaceActions } from '../../lib/store';
import type { TimelineView } from '../../lib/views';

function useTimeline(): TimelineView {
  const { timeline, saved } = useWorkspace((state) => ({
    timeline: state.screen?.timeline,
    saved: state.saved,
  }));
  return timeline ? { ...timeline, saved } : { now: 0, at: 0, marks: [], branches: [], saved };
}

export function WiredTimeline() {
  const view = useTimeline();
  const act = useWorkspaceActions();
  return (
    <Timeline
      view={view}
      onMove={act.moveTo}
      onBranch={act.switchBranch}
      onCompare={() => act.compare(Math.max(0, view.at - 1), view.at)}
    />
  );
}

export function WiredTimelineList() {
  const view = useTimeline();
  const { moveTo } = useWorkspaceActions();
  return <TimelineList view={view} onMove={moveTo} />;
}
