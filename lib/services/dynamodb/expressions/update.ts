import type { Refusal } from '../../../aws';
import type { StoredValue } from '../records/item';
import type { Bindings } from './bindings';
import { type Operand, parseOperand } from './condition';
import { type Parser, parseWhole } from './parser';
import type { Path } from './paths';

/** What SET may assign. */
export type Term =
  | Operand
  | { readonly kind: 'if_not_exists'; readonly path: Path; readonly otherwise: Term }
  | { readonly kind: 'list_append'; readonly first: Term; readonly second: Term }
  | { readonly kind: '+' | '-'; readonly left: Term; readonly right: Term };

export type Action =
  | { readonly kind: 'SET'; readonly path: Path; readonly term: Term }
  | { readonly kind: 'REMOVE'; readonly path: Path }
  | { readonly kind: 'ADD' | 'DELETE'; readonly path: Path; readonly value: StoredValue };

const SECTIONS = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const;

export function parseUpdate(text: string, bindings: Bindings): readonly Action[] | Refusal {
  return parseWhole('UpdateExpression', text, bindings, parseSections);
}

function parseSections(parser: Parser): readonly Action[] {
  const actions: Action[] = [];
  const seen = new Set<string>();
  do {
    const section = SECTIONS.find((name) => parser.sees(name));
    if (!section) {
      parser.stumble();
      break;
    }
    parser.take();
    if (seen.has(section)) {
      parser.stop(`The "${section}" section can only be used once in an update expression;`);
    }
    seen.add(section);
    do actions.push(parseAction(section, parser));
    while (parser.accept(','));
  } while (parser.peek().kind !== 'end');
  refuseOverlap(parser, actions);
  return actions;
}

function parseAction(section: (typeof SECTIONS)[number], parser: Parser): Action {
  const path = parser.path();
  if (section === 'REMOVE') return { kind: section, path };
  if (section === 'SET') {
    parser.expect('=');
    return { kind: section, path, term: parseSum(parser) };
  }
  if (parser.peek().kind !== 'value') parser.stumble();
  return { kind: section, path, value: parser.value() };
}

function parseSum(parser: Parser): Term {
  const left = parseTerm(parser);
  if (parser.accept('+')) return { kind: '+', left, right: parseTerm(parser) };
  if (parser.accept('-')) return { kind: '-', left, right: parseTerm(parser) };
  return left;
}

function parseTerm(parser: Parser): Term {
  const name = parser.peek().text;
  if (parser.peek(1).text !== '(' || parser.peek().kind !== 'word') return parseOperand(parser);
  parser.take();
  parser.expect('(');
  if (name === 'if_not_exists') {
    const path = parser.path();
    parser.expect(',');
    const otherwise = parseTerm(parser);
    parser.expect(')');
    return { kind: 'if_not_exists', path, otherwise };
  }
  if (name !== 'list_append') parser.stop(`Invalid function name; function: ${name}`);
  const first = parseTerm(parser);
  parser.expect(',');
  const second = parseTerm(parser);
  parser.expect(')');
  return { kind: 'list_append', first, second };
}

function refuseOverlap(parser: Parser, actions: readonly Action[]): void {
  for (const [i, one] of actions.entries()) {
    for (const other of actions.slice(i + 1)) {
      const length = Math.min(one.path.length, other.path.length);
      if (one.path.slice(0, length).join('.') !== other.path.slice(0, length).join('.')) continue;
      const paths = `path one: [${one.path.join(', ')}], path two: [${other.path.join(', ')}]`;
      parser.stop(
        `Two document paths overlap with each other; must remove or rewrite one of these paths; ${paths}`,
      );
    }
  }
}
