'use client';

import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { cx } from './class-names';
import { roved } from './roving';

export interface TabView {
  readonly id: string;
  readonly label: string;
}

/** One tab stop; arrows choose. The chosen panel stands in a `TabPanel` of the same `name` and `id`. */
export function Tabs({
  name,
  label,
  tabs,
  selected,
  onSelect,
  className,
}: {
  /** Makes the ids of tabs and panels unique on the page. */
  name: string;
  label: string;
  tabs: readonly TabView[];
  selected: string;
  onSelect: (id: string) => void;
  className?: string;
}) {
  const list = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent) {
    const index = tabs.findIndex((tab) => tab.id === selected);
    const next = roved(event.key, index, tabs.length, 'horizontal');
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    list.current?.querySelector<HTMLElement>(`#${tabId(name, tab.id)}`)?.focus();
  }
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      onKeyDown={onKeyDown}
      className={cx('flex h-10 items-end gap-0.5 relative overflow-x-auto overflow-y-hidden px-4', className)}
    >
      {tabs.map((tab) => {
        const on = tab.id === selected;
        return (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={tabId(name, tab.id)}
            aria-selected={on}
            aria-controls={on ? panelId(name, tab.id) : undefined}
            tabIndex={on ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            className={cx(
              'h-10 whitespace-nowrap border-b-2 px-3 -outline-offset-2',
              on ? 'border-ink font-semibold text-ink' : 'border-transparent text-ink-2 hover:text-ink',
            )}
          >
            {tab.label}
          </button>
        );
      })}
    </div>
  );
}

export function TabPanel({
  name,
  id,
  className,
  children,
}: {
  name: string;
  id: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div role="tabpanel" id={panelId(name, id)} aria-labelledby={tabId(name, id)} className={className}>
      {children}
    </div>
  );
}

const tabId = (name: string, id: string) => `${name}-tab-${id}`;
const panelId = (name: string, id: string) => `${name}-panel-${id}`;
