import type { PolicyDocument, PolicyKind, PolicyVersion, Statement } from './document';
import { type DocumentRules, documentRules } from './document-rules';
import { type JsonMember, type JsonNode, readJson, type TextRange } from './json-positions';
import { describeNode, type PolicyProblem, ProblemList, quote, withArticle } from './problems';
import { readMembers } from './read-members';
import { readStatement } from './read-statement';

/** A refused document keeps its text: the ranges of its problems refer to it. */
export type PolicyParse =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly text: string; readonly problems: readonly PolicyProblem[] };

const VERSIONS: readonly PolicyVersion[] = ['2008-10-17', '2012-10-17'];
const NOWHERE: TextRange = {
  from: { line: 1, column: 1, offset: 0 },
  to: { line: 1, column: 1, offset: 0 },
};

/**
 * Reads a policy document: its text, or the value it stands for (then the ranges refer to that value written with
 * two blanks of indent). Never throws. Every problem names its place; all of them are reported, not the first alone.
 */
export function parsePolicy(
  source: unknown,
  kind: PolicyKind,
  rules: DocumentRules = documentRules[kind],
): PolicyParse {
  const problems = new ProblemList();
  const text = typeof source === 'string' ? source : writeValue(source);
  if (text === undefined) {
    problems.add('not-json', '', 'a JSON text or a value that JSON can express', typeof source, NOWHERE);
    return { ok: false, text: '', problems: problems.list };
  }
  const json = readJson(text);
  if (!json.ok) {
    problems.add('not-json', '', json.fault.expected, json.fault.found, json.fault.range);
    return { ok: false, text, problems: problems.list };
  }
  const document = readDocument(json.root, text, kind, rules, problems);
  return document && problems.list.length === 0
    ? { ok: true, document }
    : { ok: false, text, problems: problems.list };
}

function writeValue(source: unknown): string | undefined {
  try {
    return JSON.stringify(source, undefined, 2);
  } catch {
    return undefined;
  }
}

function readDocument(
  root: JsonNode,
  text: string,
  kind: PolicyKind,
  rules: DocumentRules,
  problems: ProblemList,
): PolicyDocument | undefined {
  const members = readMembers(root, '', problems, ['Version', 'Id', 'Statement']);
  if (!members) return undefined;
  const version = readVersion(members.get('Version'), problems);
  const id = readId(members.get('Id'), rules, problems);
  const statement = members.get('Statement');
  if (!statement) {
    return problems.add('missing-element', 'Statement', 'the element Statement', 'nothing', root.range);
  }
  const statements = readStatements(statement.value, rules, problems);
  if (rules.uniqueSids) checkSids(statements, problems);
  return { kind, text, version, id, statements };
}

function readVersion(member: JsonMember | undefined, problems: ProblemList): PolicyVersion {
  const node = member?.value;
  if (!node) return '2008-10-17';
  const version = VERSIONS.find((known) => node.kind === 'string' && node.value === known);
  if (!version) {
    problems.add('bad-value', 'Version', '"2012-10-17" or "2008-10-17"', describeNode(node), node.range);
  }
  return version ?? '2012-10-17';
}

function readId(
  member: JsonMember | undefined,
  rules: DocumentRules,
  problems: ProblemList,
): string | undefined {
  if (!member) return undefined;
  if (rules.id === 'forbidden') {
    const expected = `no such element in ${withArticle(rules.label)}`;
    return problems.add('prohibited-element', 'Id', expected, '"Id"', member.nameRange);
  }
  if (member.value.kind !== 'string') return problems.addWrongType('Id', 'a string', member.value);
  return member.value.value;
}

function readStatements(node: JsonNode, rules: DocumentRules, problems: ProblemList): Statement[] {
  if (node.kind === 'object') {
    const only = readStatement(node, 0, 'Statement', rules, problems);
    return only ? [only] : [];
  }
  if (node.kind !== 'array') {
    problems.addWrongType('Statement', 'a statement or a list of statements', node);
    return [];
  }
  if (node.items.length === 0) {
    problems.add('empty-list', 'Statement', 'at least one statement', 'an empty list', node.range);
  }
  return node.items.flatMap((item, i) => readStatement(item, i, `Statement[${i}]`, rules, problems) ?? []);
}

function checkSids(statements: readonly Statement[], problems: ProblemList): void {
  const seen = new Map<string, number>();
  for (const { sid, index, range } of statements) {
    if (!sid) continue;
    const earlier = seen.get(sid);
    if (earlier === undefined) seen.set(sid, index);
    else {
      const found = `${quote(sid)}, which Statement[${earlier}] has too`;
      problems.add('duplicate-sid', `Statement[${index}].Sid`, 'a Sid of its own', found, range);
    }
  }
}
