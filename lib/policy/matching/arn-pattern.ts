import { ANY, isWildcard, literalPrefix, matchRange, type Test, type Tokens } from './wildcard';

const COLON = 58;
const PARTS = 6;

/**
 * Compares an ARN part by part: a wildcard stays inside its part, and the sixth part takes the remaining colons.
 * fact: authorization 4 ("matched per segment"), 6 (ARN operators).
 * assumed: a pattern of fewer parts that ends in `*` covers all parts that follow, as in `arn:aws:iam::*` and `*`.
 */
export function compileArnPattern(tokens: Tokens): Test {
  const parts = splitParts(tokens);
  if (parts.length < PARTS && tokens.at(-1) !== ANY) return () => false;
  const prefix = literalPrefix(tokens);
  const plain = parts.findIndex((part) => part.some(isWildcard));
  if (plain === -1) return (subject) => subject === prefix;
  const start = parts.slice(0, plain).flat().length + plain;
  const rest = parts.slice(plain);
  return (subject) => subject.startsWith(prefix) && matchParts(rest, subject, start);
}

/** At most six lists of tokens; the sixth keeps its colons. */
function splitParts(tokens: Tokens): number[][] {
  const parts: number[][] = [[]];
  for (const token of tokens) {
    if (token === COLON && parts.length < PARTS) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** The parts from `start` on; what comes before was compared as plain text. The last part takes what is left. */
function matchParts(parts: readonly Tokens[], subject: string, start: number): boolean {
  let from = start;
  const last = parts.length - 1;
  for (let i = 0; i < last; i++) {
    const to = subject.indexOf(':', from);
    if (to === -1 || !matchRange(parts[i] as Tokens, subject, from, to)) return false;
    from = to + 1;
  }
  return matchRange(parts[last] as Tokens, subject, from, subject.length);
}
