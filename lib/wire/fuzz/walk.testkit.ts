import { bytesToUtf8, needs } from '../../base';
import { Cloud } from '../../cloud';
import { answer, type WireResponse } from '..';
import { decodeInput } from '../decode';
import { START_MS } from '../wire.testkit';
import { Chance } from './chance.testkit';
import { furnish } from './furnishing.testkit';
import { type Fuzzed, fuzzedRequest } from './requests.testkit';
import { suggestNext } from './sequels.testkit';
import { Memory } from './values.testkit';

/** What AWS itself answers with a status of 500. fact: kms-engine 4.1 */
const MODELLED_500 = new Set([
  'DependencyTimeoutException',
  'KMSInternalException',
  'KeyUnavailableException',
]);
const STATUSES = new Set([200, 400, 403, 404, 409]);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export type Tally = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface Walk {
  readonly cloud: Cloud;
  /** How many requests ended with each status or exception. */
  readonly ends: ReadonlyMap<string, number>;
  /** The same for each operation, by service and name. */
  readonly byOperation: Tally;
}

/** Sends so many fuzzed requests to a new lab and looks at every answer and at what it did to the world. */
export function walk(seed: number, requests: number, quotas = false): Walk {
  const cloud = new Cloud({
    seed: `fuzz ${seed}`,
    startMs: START_MS,
    quotas,
    keepCommits: 2 * requests + 1000,
  });
  const chance = new Chance(seed);
  const memory = new Memory();
  const ends = new Map<string, number>();
  const byOperation = new Map<string, Map<string, number>>();
  const ids = new Set<string>();
  furnish(cloud, chance, memory);
  for (let i = 0; i < requests; i++) {
    if (chance.happens(0.01))
      cloud.advanceTo(cloud.world.nowMs + chance.pick([1000, 3_600_000, 8 * 86_400_000]));
    const fuzzed = fuzzedRequest(cloud, chance, memory);
    const end = judged(cloud, fuzzed, memory, ids, i % 500 === 0, () => `seed ${seed}, request ${i}`);
    const name = `${fuzzed.operation.service}:${fuzzed.operation.name}`;
    const own = byOperation.get(name) ?? new Map<string, number>();
    byOperation.set(name, own);
    for (const counts of [ends, own]) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  return { cloud, ends, byOperation };
}

function judged(
  cloud: Cloud,
  fuzzed: Fuzzed,
  memory: Memory,
  ids: Set<string>,
  wholly: boolean,
  where: () => string,
): string {
  const before = { head: cloud.world.log.head, hash: wholly ? cloud.world.hash() : '' };
  const { wire, operation } = fuzzed;
  const told = () => `${where()}: ${operation.name} ${(bytesToUtf8(wire.body) ?? '').slice(0, 2000)}`;
  let reply: WireResponse;
  try {
    reply = answer(cloud, wire);
  } catch (error) {
    throw new Error(`${told()} crashed`, { cause: error });
  }
  const id = reply.headers['x-amzn-requestid'] ?? '';
  needs(UUID.test(id) && !ids.has(id), `${told()}: the request id ${id} is no UUID or not new`);
  ids.add(id);
  const text = reply.body;
  if (reply.status === 200) return accepted(fuzzed, reply, text, memory, told);
  const name = refusalName(text);
  needs(
    STATUSES.has(reply.status) || (reply.status === 500 && MODELLED_500.has(name)),
    `${told()} ended with ${reply.status} ${text.slice(0, 500)}`,
  );
  for (const commit of cloud.world.log.since(before.head)) {
    const touched = commit.changes.map(({ table }) => table).filter((table) => table !== 'quota-buckets');
    needs(
      commit.parent !== undefined || touched.length === 0,
      `${told()} was refused and changed ${touched}`,
    );
  }
  const isSame =
    !wholly || cloud.quotas || hasChildren(cloud, before.head) || cloud.world.hash() === before.hash;
  needs(isSame, `${told()} was refused and changed the world`);
  return name;
}

function hasChildren(cloud: Cloud, head: number): boolean {
  return cloud.world.log.since(head).some(({ parent }) => parent !== undefined);
}

function accepted(
  { operation, input }: Fuzzed,
  reply: WireResponse,
  text: string,
  memory: Memory,
  told: () => string,
): string {
  if (reply.headers['content-type'] === 'text/xml') {
    needs(text.startsWith('<') && text.endsWith('Response>'), `${told()}: no XML: ${text.slice(0, 200)}`);
    for (const [, name = '', value = ''] of text.matchAll(/<(AccessKeyId|UserName|RoleName|Arn)>([^<]*)</g)) {
      memory.learn(value, name === 'Arn' ? 'RoleArn' : name);
      if (name === 'AccessKeyId' && operation.name === 'CreateAccessKey') {
        const UserName = (input as { readonly UserName?: string } | null)?.UserName;
        for (const next of typeof UserName === 'string' ? ['UpdateAccessKey', 'DeleteAccessKey'] : []) {
          memory.suggest(`iam:${next}`, { UserName, AccessKeyId: value, Status: 'Inactive' });
        }
      }
    }
    return 'ok';
  }
  if (text === '') return 'ok';
  const json: unknown = JSON.parse(text);
  const decoded = operation.output && decodeInput(operation.output, json);
  needs(decoded?.ok, `${told()}: the answer does not have its shape: ${text.slice(0, 500)}`);
  memory.learn(json);
  suggestNext(operation.name, input, json, memory);
  return 'ok';
}

function refusalName(text: string): string {
  return /"__type":"(\w+)"/.exec(text)?.[1] ?? /<Code>(\w+)</.exec(text)?.[1] ?? 'unnamed';
}

/** Sends every request of a lab's log to a new lab of the same seed, at its moment. */
export function replayed({ world, quotas }: Cloud): Cloud {
  const { seed, startMs } = world;
  const cloud = new Cloud({ seed, startMs, quotas, keepCommits: world.log.head + 1000 });
  for (const { request, atMs, parent } of world.log.since(0)) {
    cloud.advanceTo(atMs);
    if (parent === undefined && request.operation !== 'Due') cloud.send(request);
  }
  cloud.advanceTo(world.nowMs);
  return cloud;
}
