import { ANY, compileWildcard, literalPrefix, matchRange, type Test, type Tokens } from './wildcard';

const COLON = 58;
const PARTS = 6;

/**
 * Compares an ARN part by part: a wildcard stays inside its part, and the sixth part takes the remaining colons.
 * fact: authorization 4 ("matched per segment"), 6 (ARN operators).
 * assumed: a pattern of fewer parts that ends in `*` covers all parts that follow, as in `arn:aws:iam::*` and `*`.
 */
export function compileArnPattern(tokens: Tokens): Test {
  const prefix = literalPrefix(tokens);
  const parts = splitParts(tokens);
  const isOpen = parts.length < PARTS;
  if (isOpen && tokens.at(-1) !== ANY) return () => false;
  if (prefix.length === tokens.length) return (subject) => subject === prefix;
  if (countColons(prefix) >= PARTS - 1 || (isOpen && prefix.length === tokens.length - 1)) {
    return compileWildcard(tokens);
  }
  const skipped = countColons(prefix);
  const start = prefix.lastIndexOf(':') + 1;
  const matchers = parts.slice(skipped).map(compilePart);
  return (subject) => subject.startsWith(prefix) && matchParts(matchers, subject, start);
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

/** Whether one part matches the characters from `from` up to `to`. */
type PartMatcher = (subject: string, from: number, to: number) => boolean;

function compilePart(tokens: Tokens): PartMatcher {
  const text = literalPrefix(tokens);
  if (text.length === tokens.length) {
    return (subject, from, to) => to - from === text.length && subject.startsWith(text, from);
  }
  if (tokens.every((token) => token === ANY)) return () => true;
  const rest = tokens.slice(text.length);
  return (subject, from, to) =>
    to - from >= text.length &&
    subject.startsWith(text, from) &&
    matchRange(rest, subject, from + text.length, to);
}

/** The parts from `start` on; what comes before was compared as plain text. The last part takes what is left. */
function matchParts(parts: readonly PartMatcher[], subject: string, start: number): boolean {
  let from = start;
  for (let i = 0; i < parts.length; i++) {
    const to = i === parts.length - 1 ? subject.length : subject.indexOf(':', from);
    if (to === -1) return false;
    if (!parts[i]?.(subject, from, to)) return false;
    from = to + 1;
  }
  return true;
}

function countColons(text: string): number {
  return text.split(':').length - 1;
}
