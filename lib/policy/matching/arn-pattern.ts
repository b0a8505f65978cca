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
  if (prefix.length === tokens.length) return (subject) => subject === prefix;
  const parts = splitParts(tokens);
  const isOpen = parts.length < PARTS;
  if (isOpen && tokens.at(-1) !== ANY) return () => false;
  if (countColons(prefix) >= PARTS - 1 || (isOpen && prefix.length === tokens.length - 1)) {
    return compileWildcard(tokens);
  }
  return (subject) => subject.startsWith(prefix) && matchParts(parts, subject);
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

function matchParts(parts: readonly Tokens[], subject: string): boolean {
  let from = 0;
  for (let i = 0; i < parts.length; i++) {
    const isLast = i === parts.length - 1;
    const colon = isLast ? subject.length : subject.indexOf(':', from);
    if (colon === -1) return false;
    if (!matchRange(parts[i] ?? [], subject, from, colon)) return false;
    from = colon + 1;
  }
  return true;
}

function countColons(text: string): number {
  return text.split(':').length - 1;
}
