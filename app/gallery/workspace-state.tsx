'use client';

import { useState } from 'react';
import { ConsolePanel } from '../../components/console/console-panel';
import { FlowPanel } from '../../components/flow/flow-panel';
import { GuidePanel } from '../../components/guide/guide-panel';
import { InspectorPanel } from '../../components/inspector/inspector-panel';
import { KeysPanel } from '../../components/keys/keys-panel';
import { QuotaCostPanel } from '../../components/load/quota-cost-panel';
import { RegionMap } from '../../components/map/region-map';
import type { PoliciesTab } from '../../components/policy/policies-panel';
import { CompareDialog } from '../../components/timeline/compare-dialog';
import { PastBanner } from '../../components/timeline/past-banner';
import { Timeline } from '../../components/timeline/timeline';
import { TimelineList } from '../../components/timeline/timeline-list';
import { TrailPanel } from '../../components/trail/trail-panel';
import { DueNote } from '../../components/workspace/due-note';
import type { Pane } from '../../components/workspace/panes';
import { ShareDialog } from '../../components/workspace/share-dialog';
import { TabbedPane } from '../../components/workspace/tabbed-pane';
import { Workspace } from '../../components/workspace/workspace';
import { WorkspaceBar } from '../../components/workspace/workspace-bar';
import { Changes } from '../../components/xray/changes';
import { XrayPanel } from '../../components/xray/xray-panel';
import * as consoles from './fixtures/console';
import { flow, sequence } from './fixtures/flow';
import * as guides from './fixtures/guide';
import { keys } from './fixtures/keys';
import { busyBill, busyLoad, quietBill, quietLoad } from './fixtures/load';
import { mapRepair, mapUnreadable } from './fixtures/map';
import { bar } from './fixtures/places';
import { suggestions } from './fixtures/policies';
import { inspector, trail, trailOpen } from './fixtures/side';
import { compare, timelineMany, timelineNow, timelinePast } from './fixtures/timeline';
import { xrayAllowed, xrayPolicy, xrayRefused } from './fixtures/xray';
import { PoliciesState } from './policies-state';
import type { GalleryState } from './state-names';

const nothing = () => undefined;

export const isWorkspaceState = (state: GalleryState): boolean =>
  state.startsWith('workspace') || state === 'sandbox';

const stageTab: Partial<Record<GalleryState, string>> = {
  'workspace-flow': 'flow',
  'workspace-keys': 'keys',
  'workspace-policies': 'policies',
  'workspace-who-can': 'policies',
  'workspace-sides': 'policies',
  'workspace-load': 'cost',
  'workspace-load-empty': 'cost',
};
const policiesTab: Partial<Record<GalleryState, PoliciesTab>> = {
  'workspace-who-can': 'who-can',
  'workspace-sides': 'sides',
};
const sideTab: Partial<Record<GalleryState, string>> = {
  'workspace-trail': 'trail',
  'workspace-inspector': 'inspector',
};
const guideOf: Partial<Record<GalleryState, typeof guides.guide>> = {
  'workspace-resolved': guides.guideResolved,
  'workspace-rates': guides.guideRates,
  'workspace-worked': guides.guideWorked,
  'workspace-debrief': guides.guideDebrief,
};
const consoleOf: Partial<Record<GalleryState, typeof consoles.consoleRefused>> = {
  'workspace-busy': consoles.consoleBusy,
  'workspace-past': consoles.consolePast,
  sandbox: consoles.consoleEmpty,
};
const xrayOf: Partial<Record<GalleryState, typeof xrayRefused | undefined>> = {
  'workspace-policy': xrayPolicy,
  'workspace-inner': xrayAllowed,
};
const timelineOf: Partial<Record<GalleryState, typeof timelineNow>> = {
  'workspace-past': timelinePast,
  'workspace-busy': timelineMany,
};

/** The whole workspace on fixtures; tabs, panes and the scrubber work. */
export function WorkspaceState({ state }: { state: GalleryState }) {
  const [pane, setPane] = useState<Pane>('guide');
  const [line, setLine] = useState(timelineOf[state] ?? timelineNow);
  const [open, setOpen] = useState<string | undefined>(state);
  const move = (at: number) => setLine({ ...line, at });
  return (
    <>
      <Workspace
        pane={pane}
        onPane={setPane}
        bar={
          <WorkspaceBar
            view={bar}
            onIdentity={nothing}
            onRegion={nothing}
            onSkip={nothing}
            onShare={() => setOpen('workspace-share')}
            onReset={nothing}
            onExport={nothing}
            onImport={nothing}
          />
        }
        banner={<PastBanner view={line} onBackToNow={() => move(line.now)} onGoOnFromHere={nothing} />}
        guide={
          state === 'sandbox' ? undefined : (
            <GuidePanel
              view={guideOf[state] ?? guides.guide}
              onRun={nothing}
              onPredict={nothing}
              onDecide={nothing}
              onRate={nothing}
              onRewind={nothing}
              onSupport={nothing}
              onBack={nothing}
              onNext={nothing}
              worked={{ onPlay: nothing, onPause: nothing, onStep: nothing }}
            />
          )
        }
        stage={<Stage state={state} />}
        console={
          <ConsolePanel
            view={consoleOf[state] ?? consoles.consoleRefused}
            onRun={nothing}
            onStop={nothing}
            onSuggest={consoles.suggest}
            onOpenRequest={() => setPane('side')}
          />
        }
        side={<Side state={state} />}
        timeline={
          <Timeline
            view={line}
            onMove={move}
            onBranch={nothing}
            onCompare={() => setOpen('workspace-compare')}
          />
        }
        timelineList={<TimelineList view={line} onMove={move} />}
      />
      <CompareDialog
        view={compare}
        open={open === 'workspace-compare'}
        onClose={() => setOpen(undefined)}
        onPick={nothing}
      />
      <ShareDialog
        open={open === 'workspace-share'}
        link="https://example.test/labs/game-day/#run=eNpjYGRgYGBiYGRmYWVj5-Dk4ubh5eMXEBQ"
        tooLong={false}
        onClose={() => setOpen(undefined)}
        onExport={nothing}
      />
      {open === 'workspace-due' ? (
        <DueNote
          due={{
            skipped: '180 days',
            items: [
              'Day 30: key 1a2b…9f was deleted.',
              'Day 90: alias/ledger was rotated; its envelopes now carry material D.',
            ],
          }}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </>
  );
}

function Stage({ state }: { state: GalleryState }) {
  const [tab, setTab] = useState(stageTab[state] ?? 'map');
  const map = state === 'workspace-busy' || state === 'workspace-rates' ? mapRepair : mapUnreadable;
  return (
    <TabbedPane
      name="stage"
      label="Stage"
      selected={tab}
      onSelect={setTab}
      tabs={[
        { id: 'map', label: 'Map', content: <RegionMap view={map} onInspect={nothing} /> },
        { id: 'flow', label: 'Flow', content: <FlowPanel flow={flow} sequence={sequence} /> },
        {
          id: 'policies',
          label: 'Policies',
          content: <PoliciesState first={policiesTab[state] ?? 'edit'} />,
        },
        { id: 'cost', label: 'Quota and cost', content: <QuotaCost state={state} /> },
        { id: 'keys', label: 'Keys', content: <KeysPanel view={keys} onInspect={nothing} onRun={nothing} /> },
      ]}
    />
  );
}

function QuotaCost({ state }: { state: GalleryState }) {
  const [load, bill] = state === 'workspace-load-empty' ? [quietLoad, quietBill] : [busyLoad, busyBill];
  return <QuotaCostPanel load={load} bill={bill} onRun={nothing} />;
}

function Side({ state }: { state: GalleryState }) {
  const [tab, setTab] = useState(sideTab[state] ?? 'xray');
  const shown = state === 'sandbox' ? undefined : (xrayOf[state] ?? xrayRefused);
  return (
    <TabbedPane
      name="side"
      label="Side"
      selected={tab}
      onSelect={setTab}
      tabs={[
        {
          id: 'xray',
          label: 'X-ray',
          content: (
            <XrayPanel
              view={shown}
              onOpenRequest={nothing}
              onRun={nothing}
              changes={
                state === 'workspace-policy' ? (
                  <Changes view={suggestions} onRun={nothing} onTry={nothing} />
                ) : null
              }
            />
          ),
        },
        {
          id: 'trail',
          label: 'CloudTrail',
          content: (
            <TrailPanel
              view={state === 'workspace-trail' ? trailOpen : trail}
              onOpenRecord={nothing}
              onOpenRequest={nothing}
            />
          ),
        },
        {
          id: 'inspector',
          label: 'Inspector',
          content: <InspectorPanel view={inspector} onChoose={nothing} onOpenRequest={nothing} />,
        },
      ]}
    />
  );
}
