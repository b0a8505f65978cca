'use client';

import { type RefObject, useEffect, useState } from 'react';
import { atDraft, searchHistory, walked } from './console-history';
import { actOfKey, type ConsoleKey } from './console-keys';
import type { AskForCompletion } from './use-completion';
import { useEditedText } from './use-edited-text';

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
  const edited = useEditedText(area, port.onSuggest);
  const [walk, setWalk] = useState(atDraft);
  const { text, setText, completion, step, waiting, typed, put, complete, accept } = edited;

  const { draft } = port;
  useEffect(() => {
    if (draft === undefined) return;
    setText(draft);
    area.current?.focus();
  }, [draft, area, setText]);

  function run() {
    if (port.running || text.trim() === '') return;
    port.onRun(text);
    setWalk(atDraft);
    put({ text: '', caret: 0 });
  }
  function search() {
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

  /** True when the key has been dealt with. */
  function pressed(key: ConsoleKey): boolean {
    const act = actOfKey(key, { text, choosing: completion.open, isComplete: port.isComplete });
    if (act === undefined) return false;
    if (act === 'complete') return complete();
    if (act === 'escape') edited.dismiss();
    else if (act === 'stop') stop();
    else if (act === 'clear') port.onClear();
    else if (act === 'search') search();
    else if (act === 'accept') accept(completion.index);
    else if (act === 'run') run();
    else if (act === 'older' || act === 'newer') recall(act);
    else step({ kind: 'moved', by: act === 'next' ? 1 : -1 });
    return act !== 'escape' || completion.open;
  }

  return { text, completion, waiting, typed, pressed, accept, run, complete };
}
