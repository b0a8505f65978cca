'use client';

import type { ReactNode } from 'react';
import { TabPanel, Tabs } from '../ui/tabs';

export interface PaneTab {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** A named set of tabs that fills its place: the stage, and the side. */
export function TabbedPane({
  name,
  label,
  tabs,
  selected,
  onSelect,
}: {
  name: string;
  label: string;
  tabs: readonly PaneTab[];
  selected: string;
  onSelect: (id: string) => void;
}) {
  const shown = tabs.find((tab) => tab.id === selected) ?? tabs[0];
  if (!shown) return null;
  return (
    <section aria-label={label} className="flex min-h-0 flex-1 flex-col">
      <h2 className="sr-only">{label}</h2>
      <Tabs
        name={name}
        label={label}
        tabs={tabs}
        selected={shown.id}
        onSelect={onSelect}
        className="shrink-0 border-rule border-b"
      />
      <TabPanel name={name} id={shown.id} className="flex min-h-0 flex-1 flex-col relative overflow-y-auto">
        {shown.content}
      </TabPanel>
    </section>
  );
}
