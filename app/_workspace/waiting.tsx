'use client';

import { phaseWords, useWorkspace } from '../../lib/store';

/** In the place of what the engine has not answered yet. */
export function Waiting() {
  const phase = useWorkspace((state) => state.phase);
  if (phase.kind === 'failed') return null;
  return <p className="p-4 text-ink-2">{phaseWords(phase)}</p>;
}
