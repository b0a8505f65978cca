'use client';

import dynamic from 'next/dynamic';
import { KeysPanel } from '../../components/keys/keys-panel';
import { RegionMap } from '../../components/map/region-map';
import { TabbedPane } from '../../components/workspace/tabbed-pane';
import { type StageTab, useWorkspace, useWorkspaceActions } from '../../lib/store';
import { Waiting } from './waiting';

const FlowPanel = dynamic(
  () => import('../../components/flow/flow-panel').then((module) => module.FlowPanel),
  {
    loading: () => <Waiting />,
  },
);

const WiredPolicies = dynamic(() => import('./wired-policies').then((module) => module.WiredPolicies), {
  loading: () => <Waiting />,
});

const QuotaCostPanel = dynamic(
  () => import('../../components/load/quota-cost-panel').then((module) => module.QuotaCostPanel),
  {
    loading: () => <Waiting />,
  },
);

export function WiredStage() {
  const { screen, stage } = useWorkspace(({ screen, stage }) => ({ screen, stage }));
  const act = useWorkspaceActions();
  const tabs = [
    {
      id: 'map',
      label: 'Map',
      content: screen ? <RegionMap view={screen.map} onInspect={act.inspectInRegion} /> : <Waiting />,
    },
    {
      id: 'flow',
      label: 'Flow',
      content: screen ? <FlowPanel flow={screen.flow} sequence={screen.sequence} /> : <Waiting />,
    },
    { id: 'policies', label: 'Policies', content: screen ? <WiredPolicies /> : <Waiting /> },
    {
      id: 'cost',
      label: 'Quota and cost',
      content: screen ? (
        <QuotaCostPanel load={screen.load} bill={screen.bill} onRun={act.runByButton} />
      ) : (
        <Waiting />
      ),
    },
    {
      id: 'keys',
      label: 'Keys',
      content: screen ? (
        <KeysPanel view={screen.keys} onInspect={act.inspect} onRun={act.runByButton} />
      ) : (
        <Waiting />
      ),
    },
  ];
  return (
    <TabbedPane
      name="stage"
      label="Stage"
      tabs={tabs}
      selected={stage}
      onSelect={(id) => act.showStage(id as StageTab)}
    />
  );
}
