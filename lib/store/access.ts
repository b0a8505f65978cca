import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { LabClient } from '../platform';
import { useHeld } from './workspace-context';
import type { WorkspaceState } from './workspace-state';

type Access = LabClient['access'];

/** The answer to a question about access. While it is asked again the last answer stays. */
export interface AccessAnswer<T> {
  readonly value: T | undefined;
  readonly isAsking: boolean;
  /** Why there is none. */
  readonly failed?: string | undefined;
}

const TYPING_MS = 200;

/** The moment looked at, as a word: another word means that the world may answer otherwise. */
function momentWord({ screen, look, phase }: WorkspaceState): string | undefined {
  if (!screen || phase.kind !== 'ready') return undefined;
  const { now, branches } = screen.timeline;
  return `${look.at} of ${now} on ${branches.find(({ current }) => current)?.id ?? ''}`;
}

/**
 * Asks the engine, again when the question or the moment looked at has changed. `question` is one word for all that
 * `ask` asks about; without one nothing is asked.
 */
export function useAccess<T>(
  question: string | undefined,
  ask: (access: Access, at: number | 'now') => Promise<T>,
  isTyped = false,
): AccessAnswer<T> {
  const { workspace } = useHeld();
  const moment = useStore(workspace.store, momentWord);
  const [answer, setAnswer] = useState<AccessAnswer<T>>({ value: undefined, isAsking: false });
  const key = question === undefined || moment === undefined ? undefined : `${moment}: ${question}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question's word stands for all that is asked
  useEffect(() => {
    const access = workspace.client?.access;
    if (key === undefined || !access) {
      setAnswer({ value: undefined, isAsking: false });
      return;
    }
    let current = true;
    const settle = (settled: AccessAnswer<T>) => current && setAnswer(settled);
    setAnswer((before) => ({ value: before.value, isAsking: true }));
    const put = () =>
      ask(access, workspace.state.look.at).then(
        (value) => settle({ value, isAsking: false }),
        (error: unknown) =>
          settle({
            value: undefined,
            isAsking: false,
            failed: error instanceof Error ? error.message : String(error),
          }),
      );
    const later = setTimeout(() => void put(), isTyped ? TYPING_MS : 0);
    return () => {
      current = false;
      clearTimeout(later);
    };
  }, [key, workspace]);
  return answer;
}
