import type { CompletionView } from '../../lib/views';

/** What Tab would do with the text as it stands. */
export interface CompletionState {
  /** The text and caret the answer belongs to. */
  readonly text: string;
  readonly caret: number;
  readonly view?: CompletionView;
  /** The list is shown and arrows choose in it. */
  readonly open: boolean;
  readonly index: number;
  /** Escape was pressed: the next Tab leaves the input. */
  readonly leaving: boolean;
}

export const noCompletion: CompletionState = { text: '', caret: 0, open: false, index: 0, leaving: false };

export type CompletionStep =
  | { readonly kind: 'typed'; readonly text: string; readonly caret: number }
  | {
      readonly kind: 'answered';
      readonly text: string;
      readonly caret: number;
      readonly view: CompletionView;
    }
  | { readonly kind: 'opened'; readonly view: CompletionView }
  | { readonly kind: 'moved'; readonly by: 1 | -1 }
  | { readonly kind: 'escaped' };

export function completionAfter(state: CompletionState, step: CompletionStep): CompletionState {
  switch (step.kind) {
    case 'typed':
      return { ...noCompletion, text: step.text, caret: step.caret };
    case 'answered':
      // An answer to a text that has moved on is no answer.
      return step.text === state.text && step.caret === state.caret ? { ...state, view: step.view } : state;
    case 'opened':
      return { ...state, view: step.view, open: true, index: 0 };
    case 'moved': {
      const count = state.view?.items.length ?? 0;
      return count === 0 ? state : { ...state, index: (state.index + step.by + count) % count };
    }
    case 'escaped':
      return { ...state, open: false, leaving: !state.open };
  }
}

export interface Edit {
  readonly text: string;
  readonly caret: number;
}

/** What Tab does: leave the input, wait for the answer, put in what is certain, or list what is possible. */
export function tabbed(state: CompletionState): 'leave' | 'wait' | 'open' | Edit {
  const view = state.view;
  const typed = state.text.slice(0, state.caret).trim() !== '';
  if (state.leaving || !typed) return 'leave';
  if (!view) return 'wait';
  if (view.items.length === 0) return 'leave';
  if (state.open || view.items.length === 1) return accepted(state, state.index) ?? 'leave';
  const common = commonStart(view.items.map((item) => item.text));
  if (common.length > view.to - view.from) return put(state, view, common);
  return 'open';
}

/** The text with the suggestion in its place, and a space after it where none follows. */
export function accepted(state: CompletionState, index: number): Edit | undefined {
  const item = state.view?.items[index];
  if (!state.view || !item) return undefined;
  const ends = /[/=:]$/.test(item.text) || /^\s/.test(state.text.slice(state.view.to));
  return put(state, state.view, ends ? item.text : `${item.text} `);
}

function put(state: CompletionState, view: CompletionView, text: string): Edit {
  const before = state.text.slice(0, view.from) + text;
  return { text: before + state.text.slice(view.to), caret: before.length };
}

function commonStart(texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  let length = first.length;
  for (const text of rest) {
    while (!text.startsWith(first.slice(0, length))) length -= 1;
  }
  return first.slice(0, length);
}
