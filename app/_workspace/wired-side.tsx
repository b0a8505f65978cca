'use client';

import { InspectorPanel } from '../../components/inspector/inspector-panel';
import { TrailPanel } from '../../components/trail/trail-panel';
import { TabbedPane } from '../../components/workspace/tabbed-pane';
import { XrayPanel } from '../../components/xray/xray-panel';
import { type SideTab, useWorkspace, useWorkspaceActions } from '../../lib/store';
import type { XrayView } from '../../lib/views';
import { Waiting } from './waiting';
import { WiredBothSides, WiredChanges } from './wired-changes';

export function WiredSide() {
  const { screen, side } = useWorkspace(({ screen, side }) => ({ screen, side }));
  const act = useWorkspaceActions();
  const refusedId = screen?.xray && isRefusedByPolicy(screen.xray) ? screen.xray.requestId : undefined;
  const tabs = [
    {
      id: 'xray',
      label: 'X-ray',
      content: screen ? (
        <XrayPanel
          view={screen.xray}
          onOpenRequest={act.openRequest}
          onRun={act.runForAnswer}
          changes={refusedId && <WiredChanges request={{ requestId: refusedId }} />}
          sides={screen.xray && <WiredBothSides requestId={screen.xray.requestId} />}
        />
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

/** Itself, or a request that it caused. */
function isRefusedByPolicy({ stages, inner }: XrayView): boolean {
  const isRefused = stages.some(
    ({ stage, deciding, verdict }) => stage === 'authorization' && deciding && verdict === 'refused',
  );
  return isRefused || inner.some(isRefusedByPolicy);
}
