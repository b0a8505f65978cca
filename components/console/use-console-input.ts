'use client';

import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { accepted, type Edit, tabbed } from './completion-state';
import { atDraft, searchHistory, walked, walks } from './console-history';
import { type AskForCompletion, useCompletion } from './use-completion';

export interface ConsoleInputPort {
  readonly history: readonly string[];
  /** Put in as if the learner had typed it. */
  readonly draft?: string | undefined;
  readonly running: boolean;
  readonly isComplete: (source: string) => boolean;
  readonly onRun: (source: string) => void;
  readonly onStop: () => void;
  readonly onClear: () => void;
  readonly onSuggest: AskForCompletion;
}

/** What the input does with each key. The keys are told to the learner in `ConsoleInput`. */
export function useConsoleInput(area: RefObject<HTMLTextAreaElement | null>, port: ConsoleInputPort) {
  const [text, setText] = useState('');
  const [walk, setWalk] = useState(atDraft);
  const [completion, step] = useCompletion(port.onSuggest);
  const [waiting, setWaiting] = useState(false);
  const caretAfter = useRef<number>(undefined);

  const { draft } = port;
  useEffect(() => {
    if (draft === undefined) return;
    setText(draft);
    area.current?.focus();
  }, [draft, area]);

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
  function run() {
    if (port.running || text.trim() === '') return;
    port.onRun(text);
    setWalk(atDraft);
    put({ text: '', caret: 0 });
  }
  function complete() {
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

  function searchBack() {
    const items = searchHistory(port.history, text).map((entry) => ({ text: entry }));
    step({ kind: 'typed', text, caret: text.length });
    step({ kind: 'opened', view: { from: 0, to: text.length, items } });
  }
  function recall(direction: 'older' | 'newer') {
    const place = walked(walk, port.history, text, direction);
    if (!place) return;
    setWalk(place.walk);
    put({ text: place.text, caret: place.text.length });
  }
  function stop() {
    if (port.running) port.onStop();
    else put({ text: '', caret: 0 });
  }
  function accept(index: number) {
    const edit = accepted(completion, index);
    if (edit) put(edit);
    area.current?.focus();
  }

  /** True when the key has been dealt with. */
  function pressed(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (event.nativeEvent.isComposing || event.altKey || event.metaKey) return false;
    if (event.ctrlKey) return controlled(event.key, selectionStart !== selectionEnd);
    if (event.key === 'Tab') return !event.shiftKey && complete();
    if (event.key === 'Escape') {
      step({ kind: 'escaped' });
      setWaiting(false);
      return completion.open;
    }
    if (completion.open && choosing(event.key)) return true;
    if (event.key === 'Enter') return entered(event.shiftKey);
    const direction = selectionStart === selectionEnd ? walks(event.key, text, selectionStart) : undefined;
    if (!direction || event.shiftKey) return false;
    recall(direction);
    return true;
  }
  function controlled(key: string, selecting: boolean): boolean {
    if (key === 'c' && !selecting) stop();
    else if (key === 'l') port.onClear();
    else if (key === 'r') searchBack();
    else return false;
    return true;
  }
  function choosing(key: string): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') step({ kind: 'moved', by: key === 'ArrowDown' ? 1 : -1 });
    else if (key === 'Enter') accept(completion.index);
    else return false;
    return true;
  }
  function entered(shift: boolean): boolean {
    if (shift || !port.isComplete(text)) return false;
    run();
    return true;
  }

  return { text, completion, waiting, typed, pressed, accept, run, complete };
}
