'use client';

import type { ComponentProps } from 'react';
import { cx } from './class-names';

export interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange' | 'children'> {
  label: string;
  options: readonly { readonly id: string; readonly label: string }[];
  onPick: (id: string) => void;
  hideLabel?: boolean;
}

/** The browser's own select, for long lists. */
export function Select({ label, options, onPick, hideLabel = false, className, ...rest }: SelectProps) {
  return (
    <label className="grid min-w-0 gap-1 text-sm">
      <span className={hideLabel ? 'sr-only' : 'text-ink-2'}>{label}</span>
      <select
        onChange={(event) => onPick(event.target.value)}
        className={cx('h-[30px] min-w-0 rounded-[7px] border border-edge bg-sheet px-2 text-ink', className)}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
