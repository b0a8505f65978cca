import type { RequestGatesView } from './verdict';

export interface ConsoleView {
  /** `$` */
  readonly prompt: string;
  readonly cells: readonly CellView[];
  /** True while a cell runs: the input waits, Ctrl+C stops. */
  readonly running: boolean;
  /** Why nothing can be typed now: the workspace shows the past, another tab writes. */
  readonly closedBecause?: string;
  /** Sources run before, oldest first. */
  readonly history: readonly string[];
}

/** A command with its output. */
export interface CellView {
  readonly id: string;
  readonly source: string;
  /** Lab time at which it started: `10:02:14`. */
  readonly at: string;
  readonly status: 'running' | 'done' | 'failed' | 'stopped';
  /** Where it came from, when it was not typed: `from the guide`. */
  readonly origin?: string;
  readonly statements: readonly StatementView[];
}

/** One statement of a cell; a cell of one line has one. */
export interface StatementView {
  readonly id: string;
  /** Given when the cell has more than one statement. */
  readonly source?: string;
  readonly output: readonly OutputView[];
  readonly requests: readonly RequestGatesView[];
}

export interface OutputView {
  /** `note` is the lab speaking, not the command: a stopped loop, a cut flood. */
  readonly stream: 'stdout' | 'stderr' | 'note';
  readonly text: string;
}

/** What Tab can put between `from` and `to` of the text that was asked about. */
export interface CompletionView {
  readonly from: number;
  readonly to: number;
  readonly items: readonly SuggestionView[];
}

interface SuggestionView {
  readonly text: string;
  /** One line on what it is: `required, string`. */
  readonly detail?: string;
}
