'use client';

import { type ReactNode, useEffect } from 'react';
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
export function LabWorkspace({
  lesson,
  offered,
  ...frame
}: FrameProps & { lesson: LessonSource; offered?: string | undefined }) {
  return (
    <WorkspaceProvider lesson={lesson} offered={offered}>
      <Frame {...frame} readsFirst={frame.beside !== undefined && offered === undefined} />
    </WorkspaceProvider>
  );
}

const NO_QUIZ: readonly never[] = [];

interface FrameProps {
  title: string;
  /** Quiz items as they stand in content, asked at the end of a scenario. */
  quiz?: readonly unknown[];
  /** Stands where a scenario has its guide. */
  beside?: ReactNode;
  /** Stands in the console until the first command. */
  beginnings?: ReactNode;
}

function Frame({
  title,
  quiz = NO_QUIZ,
  beside,
  beginnings,
  readsFirst,
}: FrameProps & { readsFirst: boolean }) {
  const { pane, hasGuide } = useWorkspace((state) => ({
    pane: state.pane,
    hasGuide: state.screen?.guide !== undefined,
  }));
  const { showPane } = useWorkspaceActions();
  // Where one pane fills the screen, what there is to read comes before the console.
  useEffect(() => {
    if (readsFirst) showPane('guide');
  }, [readsFirst, showPane]);
  return (
    <>
      <Workspace
        bar={<WiredBar title={title} />}
        banner={<Banners />}
        guide={hasGuide ? <WiredGuide quiz={quiz} /> : beside}
        stage={<WiredStage />}
        console={<WiredConsole beginnings={beginnings} />}
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
