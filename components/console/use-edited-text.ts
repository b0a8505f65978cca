'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { accepted, type Edit, tabbed } from './completion-state';
import { type AskForCompletion, useCompletion } from './use-completion';

/** The text in the input with its caret, and what completes it. */
export function useEditedText(area: RefObject<HTMLTextAreaElement | null>, ask: AskForCompletion) {
  const [text, setText] = useState('');
  const [completion, step] = useCompletion(ask);
  const [waiting, setWaiting] = useState(false);
  const caretAfter = useRef<number>(undefined);

  useLayoutEffect(() => {
    if (caretAfter.current === undefined || area.current?.value !== text) return;
    area.current.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = undefined;
  });

  function typed(next: string, caret: number) {
    setText(next);
    setWaiting(false);
    step({ kind: 'typed', text: next, caret });
  }
  function put({ text: next, caret }: Edit) {
    caretAfter.current = caret;
    typed(next, caret);
  }
  /** False where there is nothing to complete: Tab may leave. */
  function complete(): boolean {
    const what = tabbed(completion);
    if (what === 'leave') return false;
    if (what === 'wait') setWaiting(true);
    else if (what === 'open' && completion.view) step({ kind: 'opened', view: completion.view });
    else if (typeof what === 'object') put(what);
    return true;
  }
  // Tab came before its answer: do now what it asked for.
  useEffect(() => {
    if (!waiting || !completion.view) return;
    setWaiting(false);
    complete();
  });
  function accept(index: number) {
    const edit = accepted(completion, index);
    if (edit) put(edit);
    area.current?.focus();
  }
  function dismiss() {
    step({ kind: 'escaped' });
    setWaiting(false);
  }

  return { text, setText, completion, step, waiting, typed, put, complete, accept, dismiss };
}
