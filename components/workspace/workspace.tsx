'use client';

import type { ReactNode } from 'react';
import { cx } from '../ui/class-names';
import { LeftSwitch } from './left-switch';
import { PaneBar } from './pane-bar';
import type { Pane } from './panes';
import { Split } from './split';

export interface WorkspaceProps {
  bar: ReactNode;
  /** Stands over everything while the past is shown. */
  banner?: ReactNode;
  /** Absent in the sandbox. */
  guide?: ReactNode;
  stage: ReactNode;
  console: ReactNode;
  side: ReactNode;
  timeline: ReactNode;
  /** The timeline as a list, for narrow screens. */
  timelineList: ReactNode;
  /** Which pane a narrow screen shows; between 900 and 1200 px: whether the left column is guide or side. */
  pane: Pane;
  onPane: (pane: Pane) => void;
}

/** The frame. From 1200 px all panes at once, from 900 px two columns, below that one pane and a bar of tabs. */
export function Workspace(props: WorkspaceProps) {
  const { guide, pane, onPane } = props;
  const shown = pane === 'guide' && !guide ? 'console' : pane;
  const sideLeft = shown === 'side' || !guide;
  return (
    <div className="grid h-dvh min-w-0 grid-rows-[auto_auto_minmax(0,1fr)_auto] overflow-hidden">
      {props.bar}
      <div>{props.banner}</div>
      <main
        className={cx(
          'flex min-h-0 min-w-0 min-[900px]:grid min-[900px]:grid-cols-[344px_minmax(0,1fr)]',
          guide
            ? 'min-[1200px]:grid-cols-[344px_minmax(0,1fr)_348px]'
            : 'min-[1200px]:grid-cols-[minmax(0,1fr)_348px]',
        )}
      >
        {guide ? (
          <Column
            shown={shown === 'guide'}
            two={!sideLeft}
            three
            className="border-rule min-[900px]:border-r"
          >
            <LeftSwitch pane="guide" onPane={onPane} />
            {guide}
          </Column>
        ) : null}
        <Column
          shown={shown === 'stage' || shown === 'console'}
          two
          three
          className="min-[900px]:order-2 min-[1200px]:order-none"
        >
          <Split upper={props.stage} lower={props.console} only={shown === 'stage' ? 'upper' : 'lower'} />
        </Column>
        <Column
          shown={shown === 'side'}
          two={sideLeft}
          three
          className="border-rule bg-sheet min-[900px]:order-1 min-[1200px]:order-none min-[900px]:max-[1200px]:border-r min-[1200px]:border-l"
        >
          {guide ? <LeftSwitch pane="side" onPane={onPane} /> : null}
          {props.side}
        </Column>
        <Column shown={shown === 'timeline'} two={false} three={false} className="bg-sheet">
          {/* Long, and for narrow screens alone: not made where nobody sees it. */}
          <div className="min-h-0 flex-1 relative overflow-y-auto">
            {shown === 'timeline' ? props.timelineList : null}
          </div>
        </Column>
      </main>
      <footer>
        <div className={cx(shown === 'timeline' ? 'block' : 'hidden', 'min-[900px]:block')}>
          {props.timeline}
        </div>
        <PaneBar pane={shown} hasGuide={guide !== undefined} onPane={onPane} />
      </footer>
    </div>
  );
}

/** Shown alone on narrow screens, in the left or right column of two, or among three. */
function Column({
  shown,
  two,
  three,
  className,
  children,
}: {
  shown: boolean;
  two: boolean;
  three: boolean;
  className: string;
  children: ReactNode;
}) {
  return (
    <div
      className={cx(
        'min-h-0 min-w-0 flex-1 flex-col overflow-hidden',
        shown ? 'flex' : 'hidden',
        two ? 'min-[900px]:flex' : 'min-[900px]:hidden',
        three ? 'min-[1200px]:flex' : 'min-[1200px]:hidden',
        className,
      )}
    >
      {children}
    </div>
  );
}
