import type { TextValue } from './document';
import type { JsonNode } from './json-positions';
import type { ProblemList } from './problems';

/** A string or a list of strings, as most elements allow; undefined after a problem was reported. */
export function readStrings(node: JsonNode, path: string, problems: ProblemList): TextValue[] | undefined {
  const expected = 'a string or a list of strings';
  if (node.kind === 'string') return [{ text: node.value, range: node.range }];
  if (node.kind !== 'array') return problems.addWrongType(path, expected, node);
  const values: TextValue[] = [];
  node.items.forEach((item, i) => {
    if (item.kind === 'string') values.push({ text: item.value, range: item.range });
    else problems.addWrongType(`${path}[${i}]`, 'a string', item);
  });
  return values.length === node.items.length ? values : undefined;
}

/** Condition values may also be numbers and booleans; they are compared as the text that stood there. */
export function readScalars(node: JsonNode, path: string, problems: ProblemList): TextValue[] | undefined {
  if (node.kind !== 'array') {
    const value = readScalar(node);
    return value
      ? [value]
      : problems.addWrongType(path, 'a string, a number, a boolean or a list of these', node);
  }
  const values: TextValue[] = [];
  node.items.forEach((item, i) => {
    const value = readScalar(item);
    if (value) values.push(value);
    else problems.addWrongType(`${path}[${i}]`, 'a string, a number or a boolean', item);
  });
  return values.length === node.items.length ? values : undefined;
}

function readScalar(node: JsonNode): TextValue | undefined {
  if (node.kind === 'string') return { text: node.value, range: node.range };
  if (node.kind === 'number') return { text: node.text, range: node.range };
  if (node.kind === 'boolean') return { text: String(node.value), range: node.range };
  return undefined;
}
