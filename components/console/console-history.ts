/** Walking through what was run before. `at` counts back from the draft: 0 is the draft itself. */
export interface HistoryWalk {
  readonly at: number;
  /** What stood in the input before the walk began. */
  readonly draft: string;
}

export const atDraft: HistoryWalk = { at: 0, draft: '' };

/** One step to older or newer sources, skipping repeats; undefined where there is none. */
export function walked(
  walk: HistoryWalk,
  history: readonly string[],
  text: string,
  step: 'older' | 'newer',
): { readonly walk: HistoryWalk; readonly text: string } | undefined {
  const entries = withoutRepeats(history);
  const at = walk.at + (step === 'older' ? 1 : -1);
  if (at < 0 || at > entries.length) return undefined;
  const draft = walk.at === 0 ? text : walk.draft;
  const found = at === 0 ? draft : entries[entries.length - at];
  return found === undefined ? undefined : { walk: { at, draft }, text: found };
}

/** Sources that contain the text, newest first, each once. */
export function searchHistory(history: readonly string[], text: string): readonly string[] {
  const wanted = text.trim().toLowerCase();
  return [...new Set([...history].reverse())].filter((entry) => entry.toLowerCase().includes(wanted));
}

/** Whether an arrow should walk: the caret stands in the first line (older) or the last (newer). */
export function walks(key: string, text: string, caret: number): 'older' | 'newer' | undefined {
  if (key === 'ArrowUp' && !text.slice(0, caret).includes('\n')) return 'older';
  if (key === 'ArrowDown' && !text.slice(caret).includes('\n')) return 'newer';
  return undefined;
}

function withoutRepeats(history: readonly string[]): readonly string[] {
  return history.filter((entry, index) => entry !== history[index - 1]);
}
