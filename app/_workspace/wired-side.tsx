'use client';

import { InspectorPanel } from '../../components/inspector/inspector-panel';
import { TrailPanel } from '../../components/trail/trail-panel';
import { TabbedPane } from '../../components/workspace/tabbed-pane';
import { XrayPanel } from '../../components/xray/xray-panel';
import { type SideTab, useWorkspace, useWorkspaceActions } from '../../lib/store';
import { Waiting } from './waiting';

export function WiredSide() {
  const { screen, side } = useWorkspace(({ screen, side }) => ({ screen, side }));
  const act = useWorkspaceActions();
  const tabs = [
    {
      id: 'xray',
      label: 'X-ray',
      content: screen ? (
        <XrayPanel view={screen.xray} onOpenRequest={act.openRequest} onRun={act.runByButton} />
      ) : (
        <Waiting />
      ),
    },
    {
      id: 'trail',
      label: 'CloudTrail',
      content: screen ? (
        <TrailPanel view={screen.trail} onOpenRecord={act.openRecord} onOpenRequest={act.openRequest} />
      ) : (
        <Waiting />
      ),
    },
    {
      id: 'inspector',
      label: 'Inspector',
      content: screen ? (
        <InspectorPanel view={screen.inspector} onChoose={act.inspect} onOpenRequest={act.openRequest} />
      ) : (
        <Waiting />
      ),
    },
  ];
  return (
    <TabbedPane
      name="side"
      label="Request and keys"
      tabs={tabs}
      selected={side}
      onSelect={(id) => act.showSide(id as SideTab)}
    />
  );
}
