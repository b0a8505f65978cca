import { walks } from './console-history';

export interface ConsoleKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** A character is being put together from several keys. */
  readonly isComposing: boolean;
  readonly selectionStart: number;
  readonly selectionEnd: number;
}

export type ConsoleAct =
  | 'complete'
  | 'escape'
  | 'stop'
  | 'clear'
  | 'search'
  | 'accept'
  | 'run'
  | 'older'
  | 'newer'
  | 'next'
  | 'previous';

interface Input {
  readonly text: string;
  /** The list of suggestions is open. */
  readonly choosing: boolean;
  readonly isComplete: (source: string) => boolean;
}

/** What a key means to the console's input; undefined where it means what it does in any text. */
export function actOfKey(pressed: ConsoleKey, { text, choosing, isComplete }: Input): ConsoleAct | undefined {
  const { key, shiftKey, selectionStart } = pressed;
  const selecting = selectionStart !== pressed.selectionEnd;
  if (pressed.isComposing || pressed.altKey || pressed.metaKey) return undefined;
  if (pressed.ctrlKey) return key === 'c' && selecting ? undefined : WITH_CONTROL.get(key);
  if (key === 'Tab') return shiftKey ? undefined : 'complete';
  if (key === 'Escape') return 'escape';
  const choice = choosing ? WHILE_CHOOSING.get(key) : undefined;
  if (choice) return choice;
  if (key === 'Enter') return shiftKey || !isComplete(text) ? undefined : 'run';
  return selecting || shiftKey ? undefined : walks(key, text, selectionStart);
}

const WITH_CONTROL: ReadonlyMap<string, ConsoleAct> = new Map([
  ['c', 'stop'],
  ['l', 'clear'],
  ['r', 'search'],
]);

const WHILE_CHOOSING: ReadonlyMap<string, ConsoleAct> = new Map([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['Enter', 'accept'],
]);
