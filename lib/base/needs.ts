/** States an invariant. A false condition is a mistake of ours, never of the caller, so it throws. */
export function needs(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new BrokenInvariant(sentence);
}

/** Thrown by `needs`. Nothing catches it but the outermost loop, which reports it. */
class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant';
}
