import type { ActionElement, Effect, ResourceElement, Statement, TextValue } from './document';
import type { DocumentRules } from './document-rules';
import type { JsonMember, JsonNode } from './json-positions';
import { describeNode, type ProblemList, quote, withArticle } from './problems';
import { readConditions } from './read-condition';
import { memberPath, readMembers } from './read-members';
import { readPrincipal } from './read-principal';
import { readStrings } from './read-strings';

const ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;
type Name = (typeof ELEMENTS)[number];

const ACTION = /^(?:\*|[A-Za-z0-9*?-]+:[A-Za-z0-9*?_-]+)$/;

/** The statement being read: what every element's reader needs. */
type Reading = {
  readonly node: JsonNode;
  readonly path: string;
  readonly members: ReadonlyMap<string, JsonMember>;
  readonly rules: DocumentRules;
  readonly problems: ProblemList;
};

/**
 * Reads all elements, so that one pass reports every problem. Undefined only when there is no effect to build on;
 * other gaps leave an element out, and the reported problem keeps the document from being accepted.
 */
export function readStatement(
  node: JsonNode,
  index: number,
  path: string,
  rules: DocumentRules,
  problems: ProblemList,
): Statement | undefined {
  const members = readMembers(node, path, problems, ELEMENTS);
  if (!members) return undefined;
  const reading: Reading = { node, path, members, rules, problems };
  const sid = readSid(reading);
  const effect = readEffect(reading);
  const principal = readPrincipalElement(reading);
  const action = readActionElement(reading);
  const resource = readResourceElement(reading);
  const condition = members.get('Condition');
  const conditions = condition
    ? readConditions(condition, memberPath(path, 'Condition'), rules, problems)
    : [];
  const effectMember = members.get('Effect');
  if (!effect || !effectMember) return undefined;
  const effectRange = rangeOf(effectMember);
  return { index, sid, effect, principal, action, resource, conditions, range: node.range, effectRange };
}

function readSid({ members, path, rules, problems }: Reading): string | undefined {
  const node = members.get('Sid')?.value;
  const place = memberPath(path, 'Sid');
  if (!node) return undefined;
  if (node.kind !== 'string') return problems.addWrongType(place, 'a string', node);
  if (rules.sid === 'alphanumeric' && !/^[A-Za-z0-9]*$/.test(node.value)) {
    return problems.add('invalid-sid', place, 'letters and digits only', quote(node.value), node.range);
  }
  return node.value;
}

function readEffect(reading: Reading): Effect | undefined {
  const { members, path, rules, problems } = reading;
  const node = members.get('Effect')?.value;
  const expected = rules.effects.map((effect) => `"${effect}"`).join(' or ');
  if (!node) return addMissing(reading, 'Effect');
  const effect = rules.effects.find((known) => node.kind === 'string' && node.value === known);
  return (
    effect ?? problems.add('bad-value', memberPath(path, 'Effect'), expected, describeNode(node), node.range)
  );
}

function readPrincipalElement(reading: Reading): Statement['principal'] {
  const { path, rules, problems } = reading;
  const member = pickOne(reading, 'Principal', 'NotPrincipal');
  if (!member) return rules.principal === 'forbidden' ? undefined : addMissing(reading, 'Principal');
  if (rules.principal === 'forbidden') return addProhibited(reading, member);
  if (member.name === 'NotPrincipal' && !rules.notPrincipal) return addProhibited(reading, member);
  return readPrincipal(member, memberPath(path, member.name), rules, problems);
}

function readActionElement(reading: Reading): ActionElement | undefined {
  const { rules, problems } = reading;
  const member = pickOne(reading, 'Action', 'NotAction');
  if (!member) return rules.action === 'optional' ? undefined : addMissing(reading, 'Action');
  if (member.name === 'NotAction' && !rules.notAction) return addProhibited(reading, member);
  const values = readList(reading, member, rules.action);
  values?.forEach(({ text, range }, i) => {
    if (ACTION.test(text)) return;
    const expected = '"*", or a service prefix, a colon and the name of an action';
    problems.add('invalid-action', itemPath(reading, member, i), expected, quote(text), range);
  });
  const name = member.name === 'NotAction' ? 'NotAction' : 'Action';
  return values && { name, values, range: rangeOf(member) };
}

function readResourceElement(reading: Reading): ResourceElement | undefined {
  const { rules, problems } = reading;
  const member = pickOne(reading, 'Resource', 'NotResource');
  if (!member) return rules.resource === 'required' ? addMissing(reading, 'Resource') : undefined;
  if (rules.resource === 'forbidden') return addProhibited(reading, member);
  if (member.name === 'NotResource' && !rules.notResource) return addProhibited(reading, member);
  const values = readList(reading, member, rules.resource);
  values?.forEach(({ text, range }, i) => {
    if (isResourcePattern(text)) return;
    const expected = '"*" or an ARN of six parts (fewer when it ends in "*")';
    problems.add('invalid-resource', itemPath(reading, member, i), expected, quote(text), range);
  });
  const name = member.name === 'NotResource' ? 'NotResource' : 'Resource';
  return values && { name, values, range: rangeOf(member) };
}

function isResourcePattern(text: string): boolean {
  if (text === '*') return true;
  if (!text.startsWith('arn:')) return false;
  return text.endsWith('*') || text.split(':').length >= 6;
}

/** The values of an element; an empty list counts as a missing element. */
function readList(
  reading: Reading,
  member: JsonMember,
  presence: 'required' | 'optional',
): TextValue[] | undefined {
  const { path, problems } = reading;
  const place = memberPath(path, member.name);
  const values = readStrings(member.value, place, problems);
  if (values?.length !== 0) return values;
  if (presence === 'optional') return undefined;
  return problems.add('empty-list', place, 'at least one value', 'an empty list', member.value.range);
}

function pickOne(reading: Reading, plain: Name, negated: Name): JsonMember | undefined {
  const { members, path, problems } = reading;
  const first = members.get(plain);
  const second = members.get(negated);
  if (first && second) {
    const expected = `either ${plain} or ${negated}`;
    problems.add('conflicting-elements', memberPath(path, negated), expected, 'both', second.nameRange);
  }
  return first ?? second;
}

function addMissing({ node, path, problems }: Reading, element: Name): undefined {
  return problems.add(
    'missing-element',
    memberPath(path, element),
    `the element ${element}`,
    'nothing',
    node.range,
  );
}

function addProhibited({ path, rules, problems }: Reading, member: JsonMember): undefined {
  const expected = `no such element in ${withArticle(rules.label)}`;
  const place = memberPath(path, member.name);
  return problems.add('prohibited-element', place, expected, quote(member.name), member.nameRange);
}

function itemPath({ path }: Reading, member: JsonMember, i: number): string {
  const place = memberPath(path, member.name);
  return member.value.kind === 'array' ? `${place}[${i}]` : place;
}

function rangeOf(member: JsonMember): ActionElement['range'] {
  return { from: member.nameRange.from, to: member.value.range.to };
}
