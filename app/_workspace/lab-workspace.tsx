'use client';

import { Workspace } from '../../components/workspace/workspace';
import { type LessonSource, useWorkspace, useWorkspaceActions, WorkspaceProvider } from '../../lib/store';
import { Banners } from './banners';
import { WiredBar } from './wired-bar';
import { WiredConsole } from './wired-console';
import { WiredGuide } from './wired-guide';
import { WiredNotes } from './wired-notes';
import { WiredSide } from './wired-side';
import { WiredStage } from './wired-stage';
import { WiredTimeline, WiredTimelineList } from './wired-timeline';

/** A lab to work in: the sandbox, or a scenario with its guide. */
export function LabWorkspace({ lesson, title }: { lesson: LessonSource; title: string }) {
  return (
    <WorkspaceProvider lesson={lesson}>
      <Frame title={title} />
    </WorkspaceProvider>
  );
}

function Frame({ title }: { title: string }) {
  const { pane, hasGuide } = useWorkspace((state) => ({
    pane: state.pane,
    hasGuide: state.screen?.guide !== undefined,
  }));
  const { showPane } = useWorkspaceActions();
  return (
    <>
      <Workspace
        bar={<WiredBar title={title} />}
        banner={<Banners />}
        guide={hasGuide ? <WiredGuide /> : undefined}
        stage={<WiredStage />}
        console={<WiredConsole />}
        side={<WiredSide />}
        timeline={<WiredTimeline />}
        timelineList={<WiredTimelineList />}
        pane={pane}
        onPane={showPane}
      />
      <WiredNotes />
    </>
  );
}
