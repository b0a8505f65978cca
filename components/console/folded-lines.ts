export interface FoldedLines {
  readonly shown: string;
  /** How many lines the whole has; 0 when nothing is folded away. */
  readonly folded: number;
}

/** The first `keep` lines of a text that has clearly more than that. */
export function foldLines(text: string, keep: number): FoldedLines {
  const lines = text.replace(/\n$/, '').split('\n');
  // Folding away a handful of lines costs more than it saves.
  if (lines.length <= keep + 4) return { shown: lines.join('\n'), folded: 0 };
  return { shown: lines.slice(0, keep).join('\n'), folded: lines.length };
}

export interface Stretch {
  /** Where it begins in the text. */
  readonly at: number;
  readonly text: string;
  readonly hit: boolean;
}

/** The text cut where the query stands in it, whatever its case. */
export function stretches(text: string, query: string): readonly Stretch[] {
  if (query === '') return [{ at: 0, text, hit: false }];
  const wanted = query.toLowerCase();
  const found: Stretch[] = [];
  let at = 0;
  for (let hit = text.toLowerCase().indexOf(wanted); hit >= 0; ) {
    if (hit > at) found.push({ at, text: text.slice(at, hit), hit: false });
    at = hit + wanted.length;
    found.push({ at: hit, text: text.slice(hit, at), hit: true });
    hit = text.toLowerCase().indexOf(wanted, at);
  }
  if (at < text.length) found.push({ at, text: text.slice(at), hit: false });
  return found;
}
