'use client';

import { cx } from '../ui/class-names';
import type { Pane } from './panes';

/** With two columns, guide and side share the left one. */
export function LeftSwitch({ pane, onPane }: { pane: 'guide' | 'side'; onPane: (pane: Pane) => void }) {
  const choices = [
    { id: 'guide', label: 'Guide' },
    { id: 'side', label: 'X-ray and CloudTrail' },
  ] as const;
  return (
    <nav
      aria-label="Left column"
      className="hidden gap-1 border-rule border-b bg-sheet px-3 py-1.5 min-[900px]:max-[1200px]:flex"
    >
      {choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          aria-current={choice.id === pane ? 'true' : undefined}
          onClick={() => onPane(choice.id)}
          className={cx(
            'rounded-[7px] px-2.5 py-0.5',
            choice.id === pane ? 'bg-paper font-semibold' : 'text-ink-2 hover:text-ink',
          )}
        >
          {choice.label}
        </button>
      ))}
    </nav>
  );
}
