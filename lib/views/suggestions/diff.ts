import type { DiffLineView } from '../model';

/** The lines of two texts, with what was taken out and put in; as much as possible stays the same. */
export function diffLines(before: string, after: string): readonly DiffLineView[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  const common = commonLengths(a, b);
  const lines: DiffLineView[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      lines.push({ mark: 'same', text: left });
      i++;
      j++;
    } else if (right !== undefined && (left === undefined || at(common, i, j + 1) > at(common, i + 1, j))) {
      lines.push({ mark: 'added', text: right });
      j++;
    } else {
      lines.push({ mark: 'removed', text: left ?? '' });
      i++;
    }
  }
  return lines;
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}

/** How many lines the rests of both texts have in common, from every pair of places on. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i] as Uint32Array;
      row[j] =
        a[i] === b[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly Uint32Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
