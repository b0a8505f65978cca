'use client';

import { useMemo } from 'react';
import { type FlowDrawing, LiveFlow } from '../../../components/learn/live-flow';
import { useTrial } from '../../../lib/store';

/** What a concept offers to try, with the flows that it lights. */
export function ConceptTrial({
  preset,
  run,
  outcome,
  flows,
  sandbox,
}: {
  preset: unknown;
  run: readonly string[];
  outcome: string;
  flows: readonly FlowDrawing[];
  sandbox: string;
}) {
  const tried = useMemo(
    () => ({ preset, run, lights: flows.map(({ lights }) => lights) }),
    [preset, run, flows],
  );
  const { state, run: start } = useTrial(tried);
  return (
    <LiveFlow
      flows={flows}
      run={run}
      outcome={outcome}
      view={state.view}
      running={state.phase === 'running'}
      failed={state.failed}
      sandbox={sandbox}
      onRun={start}
    />
  );
}
