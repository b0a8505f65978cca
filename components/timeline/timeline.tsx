'use client';

import type { TimelineView } from '../../lib/views';
import { Button, IconButton } from '../ui/button';
import { cx } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { LiveRegion } from '../ui/live-region';
import { Menu } from '../ui/menu';
import { Scrubber } from './scrubber';
import { momentWords } from './timeline-marks';

export interface TimelineProps {
  view: TimelineView;
  /** Show the workspace as it was after this many requests. */
  onMove: (position: number) => void;
  onBranch: (branchId: string) => void;
  onCompare: () => void;
}

/** The foot of the workspace: every request is a mark. */
export function Timeline({ view, onMove, onBranch, onCompare }: TimelineProps) {
  const { at, now, branches, saved } = view;
  const current = branches.find((branch) => branch.current);
  return (
    <section
      aria-label="Timeline"
      className="flex h-14 items-center gap-3 border-rule border-t bg-sheet px-4"
    >
      <span className="flex gap-1.5">
        <IconButton icon="back" label="Step back" disabled={at === 0} onClick={() => onMove(at - 1)} />
        <IconButton icon="next" label="Step forward" disabled={at === now} onClick={() => onMove(at + 1)} />
      </span>
      <Scrubber view={view} onMove={onMove} />
      {branches.length > 1 && current ? (
        <Menu
          label={`Branch: ${current.name}. Choose another`}
          align="end"
          items={branches.map((branch) => ({
            id: branch.id,
            label: branch.name,
            detail: `${branch.from}, ${branch.requests} requests`,
            chosen: branch.current,
          }))}
          onPick={onBranch}
          className="inline-flex items-center gap-1.5 whitespace-nowrap rounded-[7px] border border-rule-strong px-2.5 py-1 hover:border-ink-3"
        >
          <Icon name="branch" />
          {current.name}
        </Menu>
      ) : null}
      <Button onClick={onCompare} disabled={now === 0}>
        <Icon name="compare" />
        Compare
      </Button>
      <span
        className={cx(
          'max-w-44 text-xs max-xl:hidden',
          saved.state === 'saved' || saved.state === 'saving' ? 'text-ink-3' : 'text-wait',
        )}
      >
        {saved.sentence}
      </span>
      <LiveRegion message={at < now ? `The workspace shows ${momentWords(view)}.` : ''} />
    </section>
  );
}
