import { JsonTextError, parseJsonText } from '../input/json-text';
import { JmespathError } from './errors';

export interface Token {
  /** The name error texts give it. */
  readonly type: string;
  readonly value: unknown;
  readonly start: number;
}

const SIMPLE: Readonly<Record<string, string>> = {
  '.': 'dot',
  '*': 'star',
  ']': 'rbracket',
  ',': 'comma',
  ':': 'colon',
  '@': 'current',
  '(': 'lparen',
  ')': 'rparen',
  '{': 'lbrace',
  '}': 'rbrace',
};

/** Longest first. */
const OPERATORS: readonly (readonly [string, string])[] = [
  ['[?', 'filter'],
  ['[]', 'flatten'],
  ['[', 'lbracket'],
  ['||', 'or'],
  ['|', 'pipe'],
  ['&&', 'and'],
  ['&', 'expref'],
  ['<=', 'lte'],
  ['<', 'lt'],
  ['>=', 'gte'],
  ['>', 'gt'],
  ['==', 'eq'],
  ['!=', 'ne'],
  ['!', 'not'],
];

/** @throws JmespathError at the first character that begins nothing. */
export function tokenize(text: string): readonly Token[] {
  if (text === '') throw new JmespathError('Invalid JMESPath expression: cannot be empty.');
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const blanks = /^[ \t\n\r]+/.exec(text.slice(at))?.[0];
    if (blanks) at += blanks.length;
    else {
      const { token, end } = tokenAt(text, at);
      tokens.push(token);
      at = end;
    }
  }
  tokens.push({ type: 'eof', value: '', start: text.length });
  return tokens;
}

function tokenAt(text: string, start: number): { token: Token; end: number } {
  const rest = text.slice(start);
  const made = (type: string, value: unknown, length: number) => ({
    token: { type, value, start },
    end: start + length,
  });
  const first = rest[0] as string;
  const simple = SIMPLE[first];
  if (simple) return made(simple, first, 1);
  const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(rest)?.[0];
  if (name) return made('unquoted_identifier', name, name.length);
  const number = /^-?\d+/.exec(rest)?.[0];
  if (number) return made('number', Number(number), number.length);
  if (first === "'" || first === '"' || first === '`') {
    const length = quotedLength(text, start);
    return made(
      first === '"' ? 'quoted_identifier' : 'literal',
      quotedValue(rest.slice(0, length), text, start),
      length,
    );
  }
  const operator = OPERATORS.find(([word]) => rest.startsWith(word));
  if (operator) return made(operator[1], operator[0], operator[0].length);
  throw unknownToken(text, start, first === '=' ? "Unknown token '='" : `Unknown token ${first}`);
}

function quotedLength(text: string, start: number): number {
  const mark = text[start] as string;
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === mark) return at + 1 - start;
  }
  throw unknownToken(text, start, `Unclosed ${mark} delimiter`);
}

function quotedValue(quoted: string, text: string, start: number): unknown {
  const inner = quoted.slice(1, -1);
  if (quoted.startsWith("'")) return inner.replaceAll("\\'", "'");
  if (quoted.startsWith('"')) return json(quoted) ?? unknownName(text, start, quoted);
  const literal = inner.replaceAll('\\`', '`').trimStart();
  const value = json(literal);
  // Old queries write texts without quotes.
  return value === undefined ? json(`"${literal}"`) : value;
}

function json(text: string): unknown {
  try {
    return parseJsonText(text);
  } catch (error) {
    if (error instanceof JsonTextError) return undefined;
    throw error;
  }
}

function unknownName(text: string, start: number, quoted: string): never {
  throw unknownToken(text, start, `Unknown token ${quoted}`);
}

function unknownToken(text: string, at: number, message: string): JmespathError {
  return new JmespathError(`Bad jmespath expression: ${message}:\n${text}\n${' '.repeat(at)}^`);
}
