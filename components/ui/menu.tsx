'use client';

import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { MenuItem, type MenuItemView } from './menu-item';
import { useDismiss, usePlacement } from './popover';
import { roved, typedTo } from './roving';

export interface MenuProps {
  /** The button's accessible name. */
  label: string;
  /** What the button shows. */
  children: ReactNode;
  items: readonly MenuItemView[];
  onPick: (id: string) => void;
  className: string;
  align?: 'start' | 'end';
  disabled?: boolean;
}

/** A button with a list of actions or choices. Arrows move, letters jump, Escape closes, focus comes back. */
export function Menu({ label, children, items, onPick, className, align = 'start', disabled }: MenuProps) {
  const [at, setAt] = useState<number>();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  const popover = useRef<HTMLDivElement>(null);
  const open = at !== undefined;
  const close = useCallback(() => setAt(undefined), []);
  useDismiss(root, open, close);
  usePlacement(button, popover, open, align, close);
  useEffect(() => {
    if (at !== undefined) root.current?.querySelectorAll<HTMLElement>('[data-item]')[at]?.focus();
  }, [at]);

  const first = Math.max(
    0,
    items.findIndex((item) => item.chosen),
  );
  function pick(id: string) {
    close();
    button.current?.focus();
    onPick(id);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (at === undefined) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        setAt(event.key === 'ArrowDown' ? first : items.length - 1);
      }
      return;
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      button.current?.focus();
      return;
    }
    if (event.key === 'Tab') {
      close();
      return;
    }
    const names = items.map((item) => item.label);
    const next = roved(event.key, at, items.length, 'vertical') ?? typedTo(event.key, at, names);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button and the menu inside are the controls
    <div ref={root} className="relative inline-flex min-w-0" onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        disabled={disabled}
        onClick={() => setAt(open ? undefined : first)}
        className={className}
      >
        {children}
      </button>
      {open ? (
        <div
          ref={popover}
          id={menuId}
          role="menu"
          aria-label={label}
          popover="manual"
          className="fixed inset-auto m-0 w-max max-w-[min(22rem,94vw)] overflow-y-auto rounded-[10px] border border-rule-strong bg-sheet p-1 text-ink shadow-region"
        >
          {items.map((item) => (
            <MenuItem key={item.id} item={item} onPick={pick} />
          ))}
        </div>
      ) : null}
    </div>
  );
}
