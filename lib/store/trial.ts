import { useCallback, useEffect, useRef, useState } from 'react';
import { LearnClient } from '../platform';
import type { TrialRule, TrialView } from '../views';

export interface TrialState {
  readonly phase: 'before' | 'running' | 'done';
  readonly view?: TrialView | undefined;
  /** Why it could not be run at all. */
  readonly failed?: string | undefined;
}

export interface Tried {
  readonly preset: unknown;
  readonly run: readonly string[];
  readonly lights: readonly (readonly TrialRule[])[];
}

/** Commands to try in a fresh world. The worker is started when they are first run. */
export function useTrial(tried: Tried): { readonly state: TrialState; readonly run: () => void } {
  const [state, setState] = useState<TrialState>({ phase: 'before' });
  const client = useRef<LearnClient>(undefined);
  useEffect(
    () => () => {
      client.current?.dispose();
      client.current = undefined;
    },
    [],
  );
  const run = useCallback(() => {
    client.current ??= new LearnClient();
    const asked = client.current;
    setState((before) => ({ phase: 'running', view: before.view }));
    asked.tryOut(tried).then(
      (view) => client.current === asked && setState({ phase: 'done', view }),
      (error: unknown) => {
        asked.dispose();
        if (client.current !== asked) return;
        client.current = undefined;
        setState({ phase: 'before', failed: error instanceof Error ? error.message : String(error) });
      },
    );
  }, [tried]);
  return { state, run };
}
