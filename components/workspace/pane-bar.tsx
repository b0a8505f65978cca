'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
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
  const bar = useRef<HTMLElement>(null);
  useFocusKept(bar, pane);
  return (
    <nav
      ref={bar}
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

/** Where a button leads to another pane and goes out of sight with its own, focus goes to the tab of the new one. */
function useFocusKept(bar: RefObject<HTMLElement | null>, pane: Pane): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of pane is what takes the focus away
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused.checkVisibility()) return;
    bar.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, [pane]);
}
