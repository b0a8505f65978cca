'use client';

import { useEffect, useReducer, useRef } from 'react';
import type { CompletionView } from '../../lib/views';
import { completionAfter, noCompletion } from './completion-state';

export type AskForCompletion = (text: string, caret: number) => Promise<CompletionView>;

const TYPING_PAUSE_MS = 40;

/** Asks what Tab could put in, a moment after each change, so that Tab knows at once. */
export function useCompletion(ask: AskForCompletion) {
  const [state, step] = useReducer(completionAfter, noCompletion);
  const { text, caret, view } = state;
  const asked = useRef('');
  useEffect(() => {
    if (view || text.trim() === '') return;
    const place = `${caret}:${text}`;
    asked.current = place;
    const later = window.setTimeout(async () => {
      const answer = await ask(text, caret);
      if (asked.current === place) step({ kind: 'answered', text, caret, view: answer });
    }, TYPING_PAUSE_MS);
    return () => window.clearTimeout(later);
  }, [ask, text, caret, view]);
  return [state, step] as const;
}
