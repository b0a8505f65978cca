/** A pattern as one number per element: a UTF-16 code unit, or one of the two wildcards below. */
export type Tokens = readonly number[];

/** `*`: any characters, also none. */
export const ANY = -1;
/** `?`: exactly one character. */
const ONE = -2;

export type Test = (subject: string) => boolean;

/** Reads `*` and `?` as wildcards and everything else as itself. */
export function readWildcards(text: string): number[] {
  const tokens: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    tokens.push(unit === STAR ? ANY : unit === QUESTION ? ONE : unit);
  }
  return tokens;
}

/** The test for a whole subject where only `*` is a wildcard. */
export function compileStars(pattern: string): Test {
  return compileWildcard(Array.from(readLiteral(pattern), (unit) => (unit === STAR ? ANY : unit)));
}

/** Reads every character as itself. */
export function readLiteral(text: string): number[] {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

/** The test for a whole subject; what stands before the first wildcard is compared at once. */
export function compileWildcard(tokens: Tokens): Test {
  const prefix = literalPrefix(tokens);
  const rest = tokens.slice(prefix.length);
  if (rest.length === 0) return (subject) => subject === prefix;
  return (subject) => subject.startsWith(prefix) && matchRange(rest, subject, prefix.length, subject.length);
}

/** Whether a pattern with `*` and `?` fits a whole text, in at most pattern x text steps whatever the pattern. */
export function fitsWildcard(pattern: string, text: string): boolean {
  return compileWildcard(readWildcards(pattern))(text);
}

export const isWildcard = (token: number): boolean => token < 0;

/** The characters before the first wildcard, as one flat string: a string grown by `+=` is slow to compare with. */
export function literalPrefix(tokens: Tokens): string {
  const end = tokens.findIndex(isWildcard);
  return String.fromCharCode(...(end === -1 ? tokens : tokens.slice(0, end)));
}

/**
 * Whether the tokens match the characters from `from` up to `to`. Greedy with one point of return: a later `*`
 * makes an earlier one's choice final, so the work is at most tokens x characters; behind the last `*` it is none.
 */
export function matchRange(tokens: Tokens, subject: string, from: number, to: number): boolean {
  let at = from;
  let token = 0;
  let starToken = -1;
  let starAt = from;
  while (at < to) {
    const wanted = tokens[token];
    if (wanted === ANY) {
      if (token === tokens.length - 1) return true;
      starToken = token++;
      starAt = at;
    } else if (wanted === ONE || wanted === subject.charCodeAt(at)) {
      token++;
      at++;
    } else if (starToken >= 0) {
      token = starToken + 1;
      at = ++starAt;
    } else {
      return false;
    }
  }
  while (tokens[token] === ANY) token++;
  return token === tokens.length;
}

const STAR = 42;
const QUESTION = 63;
