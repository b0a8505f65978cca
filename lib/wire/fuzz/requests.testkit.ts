import type { AnyOperation } from '../../aws';
import { utf8ToBytes } from '../../base';
import type { Cloud } from '../../cloud';
import type { WireRequest } from '..';
import { authorization } from '../wire.testkit';
import type { Chance } from './chance.testkit';
import { damaged, mutated } from './mutations.testkit';
import { TEMPLATES } from './templates.testkit';
import { type Memory, structureOf } from './values.testkit';

const TARGETS: Readonly<Record<string, string>> = {
  kms: 'TrentService',
  dynamodb: 'DynamoDB_20120810',
  cloudtrail: 'CloudTrail_20131101',
  organizations: 'AWSOrganizationsV20161128',
};
const VERSIONS: Readonly<Record<string, string>> = { iam: '2010-05-08', sts: '2011-06-15' };
/** As often as they stand here. */
export const SERVICES = [
  ...Array.from({ length: 14 }, () => 'kms'),
  ...['dynamodb', 'dynamodb', 'cloudtrail', 'organizations', 'iam', 'iam', 'sts'],
];
const REGIONS = [
  ...Array.from({ length: 40 }, () => 'eu-west-1'),
  'eu-central-1',
  'eu-central-1',
  'us-east-1',
  'mars-1',
  '',
];

/** A request, valid or not, and the operation it was made for. */
export interface Fuzzed {
  readonly wire: WireRequest;
  readonly operation: AnyOperation;
  readonly input: unknown;
}

/** One request: built from an operation's declaration, then in every second case damaged somewhere. */
export function fuzzedRequest(cloud: Cloud, chance: Chance, memory: Memory): Fuzzed {
  const service = chance.pick(SERVICES);
  const operation = chance.pick(Object.values(cloud.operations(service) ?? {}));
  const name = `${service}:${operation.name}`;
  const template = memory.suggestion(name, chance) ?? TEMPLATES[name];
  let input: unknown =
    template && chance.happens(0.6)
      ? structuredClone(template)
      : structureOf(operation.input, chance, memory);
  for (let hits = chance.pick([0, 0, 0, 0, 1, 2]); hits > 0; hits--) input = mutated(input, chance);
  const isForm = service in VERSIONS;
  let text = isForm ? formOf(operation, input) : (JSON.stringify(input) ?? '');
  if (chance.happens(0.05)) text = damaged(text, chance);
  const target = isForm ? undefined : `${TARGETS[service]}.${operation.name}`;
  const headers = {
    'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/x-amz-json-1.1',
    'x-amz-target': target && chance.happens(0.02) ? damaged(target, chance) : target,
    authorization: signature(service, chance, memory),
  };
  const path = chance.happens(0.005) ? '/other' : '/';
  return { operation, input, wire: { method: 'POST', path, headers, body: bytesOf(text, chance) } };
}

function signature(service: string, chance: Chance, memory: Memory): string | undefined {
  if (chance.happens(0.01))
    return chance.pick([undefined, '', 'AWS4-HMAC-SHA256 Credential=/', 'Basic eDp5']);
  const key = chance.happens(0.03) ? memory.recall('AccessKeyId', chance) : undefined;
  return authorization({ key: key ?? 'AKIAANYBODY', region: chance.pick(REGIONS), service });
}

function bytesOf(text: string, chance: Chance): Uint8Array {
  const bytes = utf8ToBytes(text);
  if (bytes.length > 0 && chance.happens(0.01)) bytes[chance.below(bytes.length)] = chance.below(256);
  return bytes;
}

function formOf({ name, service }: AnyOperation, input: unknown): string {
  const pairs: string[] = [`Action=${name}`, `Version=${VERSIONS[service]}`];
  flatten(input, '', pairs, 0);
  return pairs.join('&');
}

function flatten(json: unknown, path: string, pairs: string[], level: number): void {
  if (level > 50) return;
  if (Array.isArray(json)) {
    json.forEach((item, i) => flatten(item, `${path}.member.${i + 1}`, pairs, level + 1));
  } else if (typeof json === 'object' && json !== null) {
    for (const [name, value] of Object.entries(json)) {
      flatten(value, path === '' ? name : `${path}.${name}`, pairs, level + 1);
    }
  } else pairs.push(`${coded(path)}=${coded(String(json))}`);
}

function coded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'));
}
