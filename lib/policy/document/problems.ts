import type { JsonNode, TextRange } from './json-positions';

/** Why a document is refused; a service picks its own wording for each. */
export type ProblemCode =
  | 'not-json'
  | 'wrong-type'
  | 'bad-value'
  | 'duplicate-member'
  | 'unknown-element'
  | 'missing-element'
  | 'prohibited-element'
  | 'conflicting-elements'
  | 'empty-list'
  | 'invalid-principal'
  | 'invalid-action'
  | 'invalid-resource'
  | 'invalid-sid'
  | 'duplicate-sid'
  | 'unknown-operator'
  | 'invalid-condition-key';

/** One thing wrong with a document: where, what was expected, what was found. */
export type PolicyProblem = {
  readonly code: ProblemCode;
  /** For example `Statement[1].Principal.AWS[0]`; empty for the whole document. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly range: TextRange;
  /** One sentence made of the above. */
  readonly message: string;
};

/** Gathers what is wrong with a document. */
export class ProblemList {
  private readonly found: PolicyProblem[] = [];

  get list(): readonly PolicyProblem[] {
    return this.found;
  }

  add(code: ProblemCode, path: string, expected: string, found: string, range: TextRange): undefined {
    const place = path === '' ? 'The policy document' : path;
    this.found.push({
      code,
      path,
      expected,
      found,
      range,
      message: `${place} needs ${expected}; found ${found}.`,
    });
    return undefined;
  }

  addWrongType(path: string, expected: string, node: JsonNode): undefined {
    return this.add('wrong-type', path, expected, describeNode(node), node.range);
  }
}

const LONGEST_QUOTE = 80;

/** A value as a message quotes it, shortened. */
export function describeNode(node: JsonNode): string {
  switch (node.kind) {
    case 'string':
      return quote(node.value);
    case 'number':
      return `the number ${node.text}`;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    case 'array':
      return node.items.length === 0 ? 'an empty list' : 'a list';
    case 'object':
      return node.members.length === 0 ? 'an empty object' : 'an object';
  }
}

/** "a session policy", "an identity-based policy". */
export function withArticle(label: string): string {
  return `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`;
}

export function quote(text: string): string {
  return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}
