'use client';

import type { ReactNode } from 'react';
import { TabPanel, Tabs } from '../ui/tabs';

const TABS = [
  { id: 'edit', label: 'Edit' },
  { id: 'who-can', label: 'Who can?' },
  { id: 'sides', label: 'Both sides' },
] as const;

export type PoliciesTab = (typeof TABS)[number]['id'];

/** Policies: to be written in, asked, and looked at from both sides. */
export function PoliciesPanel({
  tab,
  onTab,
  children,
}: {
  tab: PoliciesTab;
  onTab: (tab: PoliciesTab) => void;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Tabs
        name="policies"
        label="Policies"
        tabs={TABS}
        selected={tab}
        onSelect={(id) => onTab(TABS.find((one) => one.id === id)?.id ?? 'edit')}
        className="shrink-0 border-rule border-b bg-paper text-sm"
      />
      <TabPanel name="policies" id={tab} className="relative min-h-0 flex-1 overflow-y-auto">
        {children}
      </TabPanel>
    </div>
  );
}
