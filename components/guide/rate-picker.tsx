'use client';

import { useId } from 'react';
import type { RateOptionView, RatePickerView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { MarkdownLine } from '../ui/markdown';
import { VerdictMark } from '../ui/verdict-mark';

/** How fast: for each rate the time it takes, the share of the pool it eats, and the sum behind both. */
export function RatePicker({
  view,
  onChoose,
}: {
  view: RatePickerView;
  onChoose: (optionId: string) => void;
}) {
  const name = useId();
  return (
    <fieldset className="m-0 grid min-w-0 gap-2 border-0 p-0">
      <legend className="mb-2 p-0 font-semibold">
        {view.question} <span className="font-normal text-ink-2">{view.amount}</span>
      </legend>
      {view.options.map((option) => (
        <label
          key={option.id}
          className="grid gap-1.5 rounded-[10px] border border-rule-strong px-3 py-2 has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-link has-checked:shadow-[inset_0_0_0_1px_var(--ink)]"
        >
          <span className="flex items-baseline gap-2">
            <input
              type="radio"
              name={name}
              checked={option.id === view.chosen}
              onChange={() => onChoose(option.id)}
              className="sr-only"
            />
            <span className="font-semibold">{option.rate}</span>
            <span className="ml-auto">{option.duration}</span>
          </span>
          <PoolBar option={option} />
          <span className="flex items-start gap-1.5 text-sm">
            <span className="mt-0.5">
              <VerdictMark verdict={option.verdict} size={14} />
            </span>
            {option.says}
          </span>
          <span className="break-words font-mono text-ink-2 text-xs">{option.arithmetic}</span>
        </label>
      ))}
      {view.assumed ? (
        <p className="border-edge border-l-2 border-dotted pl-2 text-ink-2 text-sm">
          <span className="font-semibold">Assumed:</span> <MarkdownLine text={view.assumed} />
        </p>
      ) : null}
    </fieldset>
  );
}

/** Production and backfill against one pool; what does not fit is red and hatched. */
function PoolBar({ option }: { option: RateOptionView }) {
  const wanted = option.production + option.backfill;
  const scale = Math.max(1, wanted);
  const fits = Math.max(0, Math.min(1, wanted) - option.production);
  const over = Math.max(0, wanted - 1);
  const parts = [
    { share: option.production, look: 'bg-ink-2' },
    { share: fits, look: 'bg-ink' },
    {
      share: over,
      look: 'bg-[repeating-linear-gradient(135deg,var(--deny)_0_3px,var(--deny-wash)_3px_6px)]',
    },
  ];
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return (
    <span>
      <span aria-hidden="true" className="flex h-2 overflow-hidden rounded-[3px] bg-rule">
        {parts.map(({ share, look }) => (
          <span key={look} className={cx('h-full', look)} style={{ width: `${(share / scale) * 100}%` }} />
        ))}
      </span>
      <span className="block text-ink-2 text-xs">
        production {percent(option.production)}, backfill {percent(option.backfill)} of the pool
      </span>
    </span>
  );
}
