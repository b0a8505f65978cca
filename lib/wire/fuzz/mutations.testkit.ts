import type { Chance } from './chance.testkit';

const STRANGE: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 53,
  2 ** 31,
  '',
  ' ',
  'null',
  '\u0000',
  '\ud800',
  '😀'.repeat(20),
  'ß\u0301\u202e',
  '../../etc/passwd',
  '*',
  '$' + '{aws:username}',
  'arn:aws:kms:eu-west-1:111122223333:key/*',
  'arn:aws:kms:::key/',
  'arn:::::',
  'alias/',
  'alias/aws/s3',
  'mrk-',
  'NaN',
  '9'.repeat(400),
  [],
  {},
  [[]],
  [null],
  [{}],
  { __proto__: 1 },
  { toString: 'x', constructor: { prototype: {} } },
];

/** A JSON value with one node replaced, removed, repeated or joined by a stranger. The given value may change. */
export function mutated(json: unknown, chance: Chance): unknown {
  if (typeof json !== 'object' || json === null || chance.happens(0.1)) return strange(chance);
  const names = Object.keys(json);
  const record = json as Record<string, unknown>;
  const name = chance.pick(names);
  const roll = chance.below(10);
  if (name === undefined || roll === 0) record[chance.pick(NAMES)] = strange(chance);
  else if (roll === 1) delete record[name];
  else if (roll === 2) record[name] = [record[name], record[name]];
  else if (roll === 3) record[name] = { [chance.pick(NAMES)]: record[name] };
  else record[name] = mutated(record[name], chance);
  return json;
}

const NAMES = ['KeyId', 'keyId', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '', 'x'];

function strange(chance: Chance): unknown {
  const roll = chance.below(60);
  if (roll === 0) return 'x'.repeat(chance.pick([257, 2049, 8193, 40_000, 140_000]));
  if (roll === 1) return deep(chance.pick([10, 300, 3000]));
  if (roll === 2) return JSON.parse('{"__proto__":{"polluted":"yes"}}');
  if (roll === 3) return String.fromCharCode(...Array.from({ length: 20 }, () => chance.below(65_536)));
  return structuredClone(chance.pick(STRANGE));
}

function deep(levels: number): unknown {
  let value: unknown = 'x';
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { M: value };
  return value;
}

/** Text that is cut, has a character too many, or one replaced. */
export function damaged(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const stranger = chance.pick(['"', '{', '}', '[', ',', ':', '\\', '\u0000', 'é', '0', ' ', '%', '&', '=']);
  if (chance.happens(0.3)) return text.slice(0, at);
  return text.slice(0, at) + stranger + text.slice(at + chance.below(2));
}
