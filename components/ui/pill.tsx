import type { ReactNode } from 'react';
import { cx } from './class-names';

export const pillShape =
  'inline-flex items-center gap-[7px] whitespace-nowrap rounded-full border border-rule bg-paper px-[11px] py-[3px]';

/** A fact in a frame: `lab time  Day 0, 10:02:14`. */
export function Pill({
  label,
  children,
  mono = false,
}: {
  label?: string;
  children: ReactNode;
  mono?: boolean;
}) {
  return (
    <span className={pillShape}>
      {label ? <span className="text-ink-3 text-xs">{label}</span> : null}
      <span className={cx(mono && 'font-mono text-code')}>{children}</span>
    </span>
  );
}
