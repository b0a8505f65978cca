'use client';

import { cx } from '../ui/class-names';
import { Icon, type IconName } from '../ui/icon';
import type { Pane } from './panes';

const panes: readonly { pane: Pane; label: string; icon: IconName }[] = [
  { pane: 'guide', label: 'Guide', icon: 'guide' },
  { pane: 'console', label: 'Console', icon: 'console' },
  { pane: 'stage', label: 'Stage', icon: 'map' },
  { pane: 'side', label: 'X-ray', icon: 'xray' },
  { pane: 'timeline', label: 'Timeline', icon: 'clock' },
];

/** One pane at a time on narrow screens. */
export function PaneBar({
  pane,
  hasGuide,
  onPane,
}: {
  pane: Pane;
  hasGuide: boolean;
  onPane: (pane: Pane) => void;
}) {
  return (
    <nav
      aria-label="Panes"
      className="flex border-rule border-t bg-sheet pb-[env(safe-area-inset-bottom)] min-[900px]:hidden"
    >
      {panes
        .filter((choice) => hasGuide || choice.pane !== 'guide')
        .map((choice) => {
          const on = choice.pane === pane;
          return (
            <button
              key={choice.pane}
              type="button"
              aria-current={on ? 'true' : undefined}
              onClick={() => onPane(choice.pane)}
              className={cx(
                'flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 border-t-2 text-xs -outline-offset-2',
                on ? 'border-ink font-semibold text-ink' : 'border-transparent text-ink-2',
              )}
            >
              <Icon name={choice.icon} size={20} />
              {choice.label}
            </button>
          );
        })}
    </nav>
  );
}
