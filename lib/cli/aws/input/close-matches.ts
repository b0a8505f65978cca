/**
 * The choices that resemble a word, most alike first, at most three: the likeness is twice the
 * characters in common blocks over all characters (Ratcliff and Obershelp), 0.8 or more.
 */
export function closeMatches(word: string, choices: readonly string[], atLeast = 0.8): readonly string[] {
  return choices
    .map((choice) => ({ choice, likeness: likeness(choice, word) }))
    .filter((one) => one.likeness >= atLeast)
    .sort((a, b) => b.likeness - a.likeness || (a.choice < b.choice ? 1 : -1))
    .slice(0, 3)
    .map((one) => one.choice);
}

function likeness(a: string, b: string): number {
  const length = a.length + b.length;
  return length === 0 ? 1 : (2 * inCommon(a, b)) / length;
}

function inCommon(a: string, b: string): number {
  const block = longestBlock(a, b);
  if (block.length === 0) return 0;
  const before = inCommon(a.slice(0, block.inA), b.slice(0, block.inB));
  const after = inCommon(a.slice(block.inA + block.length), b.slice(block.inB + block.length));
  return before + block.length + after;
}

/** The earliest of the longest runs that both hold. */
function longestBlock(a: string, b: string): { inA: number; inB: number; length: number } {
  let best = { inA: 0, inB: 0, length: 0 };
  let endingBefore: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const ending: number[] = [];
    for (let j = 0; j < b.length; j++) {
      if (a[i] !== b[j]) continue;
      const length = (endingBefore[j - 1] ?? 0) + 1;
      ending[j] = length;
      if (length > best.length) best = { inA: i - length + 1, inB: j - length + 1, length };
    }
    endingBefore = ending;
  }
  return best;
}
