import type { JsonMember, JsonNode } from './json-positions';
import { type ProblemList, quote } from './problems';

/**
 * The members of an object by name. Reports a node that is no object, a member named twice (the grammar forbids
 * it) and, when `known` is given, a member that is not one of them.
 */
export function readMembers(
  node: JsonNode,
  path: string,
  problems: ProblemList,
  known?: readonly string[],
): ReadonlyMap<string, JsonMember> | undefined {
  if (node.kind !== 'object') return problems.addWrongType(path, 'an object', node);
  const members = new Map<string, JsonMember>();
  for (const member of node.members) {
    const place = memberPath(path, member.name);
    if (members.has(member.name)) {
      problems.add('duplicate-member', place, 'one value', 'the same member twice', member.nameRange);
    } else if (known && !known.includes(member.name)) {
      const expected = `one of the elements ${known.join(', ')}`;
      problems.add('unknown-element', place, expected, quote(member.name), member.nameRange);
    } else {
      members.set(member.name, member);
    }
  }
  return members;
}

/** `Statement[0].Condition.StringEquals["x:y"]`: names that are no plain words stand in brackets. */
export function memberPath(path: string, name: string): string {
  if (!/^[A-Za-z]\w*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}
