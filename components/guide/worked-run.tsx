'use client';

import type { WorkedRunView } from '../../lib/views';
import { Button } from '../ui/button';
import { cx } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { MarkdownLine } from '../ui/markdown';

export interface WorkedRunActions {
  readonly onPlay: () => void;
  readonly onPause: () => void;
  /** Plays the next move only. */
  readonly onStep: () => void;
}

/** The solution, played move by move with commentary. */
export function WorkedRun({ view, actions }: { view: WorkedRunView; actions: WorkedRunActions }) {
  const over = view.played === view.moves.length;
  return (
    <section aria-label="Worked run" className="rounded-[10px] border border-rule-strong">
      <header className="flex items-center gap-2 border-rule border-b px-3.5 py-2">
        <h3 className="flex-1 text-base">Watch how it is done</h3>
        <span role="status" className="text-ink-3 text-xs">
          {view.played} of {view.moves.length}
        </span>
        <Button
          look={over ? 'plain' : 'primary'}
          disabled={over}
          onClick={view.playing ? actions.onPause : actions.onPlay}
        >
          <Icon name={view.playing ? 'pause' : 'play'} size={14} />
          {view.playing ? 'Pause' : 'Play'}
        </Button>
        <Button disabled={over || view.playing} onClick={actions.onStep}>
          Step
        </Button>
      </header>
      <ol className="grid gap-3 px-3.5 py-3">
        {view.moves.map((move, index) => {
          const now = index === view.played;
          return (
            <li
              key={move.source}
              aria-current={now ? 'step' : undefined}
              className={cx(
                'border-l-2 pl-3',
                now ? 'border-ink' : index < view.played ? 'border-allow' : 'border-rule',
              )}
            >
              <p className={now || index < view.played ? 'text-ink' : 'text-ink-2'}>
                <MarkdownLine text={move.commentary} />
              </p>
              <pre className="m-0 mt-0.5 whitespace-pre-wrap break-words font-mono text-ink-2">
                {move.source}
              </pre>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
