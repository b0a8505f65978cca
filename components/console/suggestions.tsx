'use client';

import type { CompletionView } from '../../lib/views';
import { cx } from '../ui/class-names';

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

const SHOWN = 8;

/** The list over the input. The focus stays in the input; arrows choose, Tab or Enter takes, Escape closes. */
export function Suggestions({
  id,
  view,
  index,
  onAccept,
}: {
  id: string;
  view: CompletionView;
  index: number;
  onAccept: (index: number) => void;
}) {
  const first = Math.max(0, Math.min(index - SHOWN + 1, view.items.length - SHOWN));
  return (
    <div className="absolute bottom-full left-3 z-30 mb-1 w-max min-w-56 max-w-[calc(100%-24px)] rounded-[10px] border border-rule-strong bg-sheet p-1 shadow-region">
      <div id={id} role="listbox" aria-label="Suggestions">
        {view.items.slice(first, first + SHOWN).map((item, offset) => {
          const at = first + offset;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the chosen option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input hears the keys
            <div
              key={item.text}
              id={optionId(id, at)}
              role="option"
              aria-selected={at === index}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onAccept(at)}
              className={cx(
                'flex cursor-pointer items-baseline gap-4 rounded-[7px] px-2 py-0.5',
                at === index ? 'bg-ink text-paper' : 'hover:bg-paper',
              )}
            >
              <span className="min-w-0 truncate font-mono text-code">{item.text}</span>
              {item.detail ? (
                <span
                  className={cx(
                    'ml-auto whitespace-nowrap text-xs',
                    at === index ? 'text-paper' : 'text-ink-3',
                  )}
                >
                  {item.detail}
                </span>
              ) : null}
            </div>
          );
        })}
      </div>
      <p className="px-2 pt-1 text-ink-3 text-xs">
        {view.items.length > SHOWN ? `${index + 1} of ${view.items.length}. ` : ''}↑ ↓ choose, Tab or Enter
        takes, Esc closes
      </p>
    </div>
  );
}
