import type { Refusal } from '../../../aws';
import type { StoredValue } from '../records/item';
import type { Bindings } from './bindings';
import { type Parser, parseWhole } from './parser';
import type { Path } from './paths';

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Operand =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'value'; readonly value: StoredValue }
  | { readonly kind: 'size'; readonly path: Path };

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly condition: Condition }
  | {
      readonly kind: 'compare';
      readonly comparator: Comparator;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'between'; readonly operand: Operand; readonly from: Operand; readonly to: Operand }
  | { readonly kind: 'in'; readonly operand: Operand; readonly list: readonly Operand[] }
  | { readonly kind: 'exists'; readonly path: Path; readonly wanted: boolean }
  | {
      readonly kind: 'attribute_type' | 'begins_with' | 'contains';
      readonly path: Path;
      readonly operand: Operand;
    };

const COMPARATORS: readonly string[] = ['=', '<>', '<', '<=', '>', '>='];

export function parseCondition(member: string, text: string, bindings: Bindings): Condition | Refusal {
  return parseWhole(member, text, bindings, parseOr);
}

function parseOr(parser: Parser): Condition {
  let left = parseAnd(parser);
  while (parser.accept('OR')) left = { kind: 'or', left, right: parseAnd(parser) };
  return left;
}

function parseAnd(parser: Parser): Condition {
  let left = parseNot(parser);
  while (parser.accept('AND')) left = { kind: 'and', left, right: parseNot(parser) };
  return left;
}

function parseNot(parser: Parser): Condition {
  if (parser.accept('NOT')) return { kind: 'not', condition: parseNot(parser) };
  if (!parser.accept('(')) return parseTest(parser);
  const inner = parseOr(parser);
  parser.expect(')');
  return inner;
}

function parseTest(parser: Parser): Condition {
  const called = parser.peek().kind === 'word' && parser.peek(1).text === '(';
  if (called && parser.peek().text !== 'size') return parseFunction(parser);
  const operand = parseOperand(parser);
  if (parser.accept('BETWEEN')) {
    const from = parseOperand(parser);
    parser.expect('AND');
    return { kind: 'between', operand, from, to: parseOperand(parser) };
  }
  if (parser.accept('IN')) return { kind: 'in', operand, list: parseList(parser) };
  const comparator = parser.peek().text;
  if (!COMPARATORS.includes(comparator)) parser.stumble();
  parser.take();
  return {
    kind: 'compare',
    comparator: comparator as Comparator,
    left: operand,
    right: parseOperand(parser),
  };
}

function parseList(parser: Parser): readonly Operand[] {
  parser.expect('(');
  const list = [parseOperand(parser)];
  while (parser.accept(',')) list.push(parseOperand(parser));
  parser.expect(')');
  return list;
}

function parseFunction(parser: Parser): Condition {
  const name = parser.take().text;
  parser.expect('(');
  const path = parser.path();
  let condition: Condition = { kind: 'exists', path, wanted: name === 'attribute_exists' };
  if (name === 'attribute_type' || name === 'begins_with' || name === 'contains') {
    parser.expect(',');
    condition = { kind: name, path, operand: parseOperand(parser) };
  } else if (name !== 'attribute_exists' && name !== 'attribute_not_exists') {
    parser.stop(`Invalid function name; function: ${name}`);
  }
  parser.expect(')');
  return condition;
}

export function parseOperand(parser: Parser): Operand {
  if (parser.peek().kind === 'value') return { kind: 'value', value: parser.value() };
  if (parser.peek().text !== 'size' || parser.peek(1).text !== '(')
    return { kind: 'path', path: parser.path() };
  parser.take();
  parser.expect('(');
  const path = parser.path();
  parser.expect(')');
  return { kind: 'size', path };
}
