import { type ElementTrace, type OperatorDefinition, parseOperator } from '../../policy';
import { listOf } from './json-document';

/** What is done to the values of a condition. */
export interface ValuesChange {
  readonly how: 'accept' | 'limit' | 'without';
  /** The values that come in, or with `without` go. */
  readonly texts: readonly string[];
  /** The values as the document says them then. */
  readonly values: unknown;
}

/** The values with which a condition holds for this request, or with `holds` false does not; `held` is what it says now. */
export function valuesFor(element: ElementTrace, held: unknown, holds: boolean): ValuesChange | undefined {
  const definition = parseOperator(element.operator ?? '')?.definition;
  const [found, second] = element.found;
  if (!definition || definition.reads === 'presence' || found === undefined) return undefined;
  if (definition.reads === 'text' && definition.meet) {
    return second === undefined ? withLimit(held, definition.meet(found, 'limit', holds)) : undefined;
  }
  if (definition.negated !== holds) return withFound(element, definition, held);
  return second === undefined ? withoutFound(element, definition, held, found) : undefined;
}

function withLimit(held: unknown, limit: string | undefined): ValuesChange | undefined {
  return limit === undefined ? undefined : { how: 'limit', texts: [limit], values: typedLike(held, limit) };
}

function withFound(
  { found, wanted }: ElementTrace,
  { family }: OperatorDefinition,
  held: unknown,
): ValuesChange | undefined {
  const texts = found.filter((value) => !wanted.includes(value));
  if (family === 'Binary' || texts.length === 0) return undefined;
  const added = texts.map((text) => typedLike(held, text));
  const values = family === 'Bool' ? added : [...listOf(held), ...added];
  return { how: 'accept', texts, values: values.length === 1 ? values[0] : values };
}

function withoutFound(
  { wanted }: ElementTrace,
  definition: OperatorDefinition,
  held: unknown,
  found: string,
): ValuesChange | undefined {
  const equals = (text: string) =>
    text === found || (definition.reads === 'text' && definition.prepare(text)?.(found) === true);
  const rest = listOf(held).filter((_, i) => !equals(wanted[i] ?? ''));
  if (rest.length === 0 || rest.length === wanted.length) return undefined;
  const values = rest.length === 1 ? rest[0] : rest;
  return { how: 'without', texts: wanted.filter(equals), values };
}

/** A number where the document writes numbers. */
function typedLike(held: unknown, text: string): unknown {
  return listOf(held).some((value) => typeof value === 'number') ? Number(text) : text;
}
