import { bytesToHex } from '../../../base';
import { momentAfter } from '../../programs/clock-words';
import { type Line, needed, programError, readLine, wholeNumber } from '../../programs/flags';
import { openSigner } from '../../programs/lab-requests';
import type { ToolHost } from '../tool';
import { cached, strictKeyring } from './keyrings';
import { type CallCounts, kmsClients } from './kms-client';
import { takeApart } from './message';
import { cacheOf, commitmentOf, contextOf, delivered, inputOf, WHERE } from './options';
import { encryptionSdk } from './sdk';
import { readSuite } from './suites';

const MOST = 10_000;

/** Encrypts the input, once or many times over; says how often KMS was asked. */
export async function encrypt(words: readonly string[], host: ToolHost): Promise<string | Uint8Array> {
  const values = {
    '--key': 'KEY,KEY',
    '--context': 'NAME=VALUE,NAME=VALUE',
    '--suite': 'SUITE',
    '--commitment': 'POLICY',
    '--frame': 'BYTES',
    '--cache': 'LIMITS',
    '--repeat': 'N',
    '--every': 'TIME',
    '--in': 'FILE',
    '--out': 'FILE',
    ...WHERE,
  };
  const line = readLine(words, { of: 'esdk encrypt', values, switches: ['--mrk'], positionals: 1 });
  needed(line, 'esdk encrypt', '--key', 'KEY');
  const work = await messages(line, host);
  const bytes = await inputOf(line, host);
  const counted = new Blast();
  const { times, everyMs } = repetition(line, await host.port.nowMs());
  let made = new Uint8Array();
  for (let at = 0; at < times; at++) {
    if (at > 0 && everyMs > 0) await host.port.advance(everyMs);
    made = await work.encrypt(bytes, at);
    counted.add(made);
  }
  return delivered(line, host, made, summary(work.calls, counted, bytes.length, made.length));
}

async function messages(line: Line, host: ToolHost) {
  const sdk = await encryptionSdk();
  const profile = line.flags.get('--profile');
  const asked = line.flags.get('--region');
  const { region } = await openSigner(host, { region: asked, profile, userAgent: 'esdk' });
  const calls: CallCounts = new Map();
  const keyring = strictKeyring(sdk, line, kmsClients(host, profile, region, calls));
  const limits = cacheOf(line);
  const materials = limits ? cached(sdk, keyring, limits) : keyring;
  const suite = line.flags.get('--suite');
  const suiteId = suite === undefined ? undefined : readSuite(suite).id;
  const policy = commitmentOf(line, 'REQUIRE_ENCRYPT_REQUIRE_DECRYPT');
  const client = sdk.buildClient(sdk.CommitmentPolicy[policy]);
  const frame = line.flags.get('--frame');
  const frameLength = frame === undefined ? undefined : wholeNumber(frame, 'esdk encrypt', '--frame');
  const context = contextOf(line);
  return {
    calls,
    async encrypt(bytes: Uint8Array, at: number): Promise<Uint8Array<ArrayBuffer>> {
      const encryptionContext = inTurn(context, at);
      const { result } = await client.encrypt(materials, bytes, { encryptionContext, suiteId, frameLength });
      return new Uint8Array(result);
    },
  };
}

/** `tenant=acme|globex`: each message takes the next value. */
function inTurn(context: Readonly<Record<string, string>>, at: number): Record<string, string> {
  const turned = Object.entries(context).map(([name, value]) => {
    const values = value.split('|');
    return [name, values[at % values.length] as string] as const;
  });
  return Object.fromEntries(turned);
}

function repetition(line: Line, nowMs: number): { readonly times: number; readonly everyMs: number } {
  const repeat = line.flags.get('--repeat');
  const times = repeat === undefined ? 1 : wholeNumber(repeat, 'esdk encrypt', '--repeat');
  if (times > MOST) throw programError(`esdk encrypt: expected --repeat 1 to ${MOST}, found ${times}.`);
  const every = line.flags.get('--every');
  if (every === undefined) return { times, everyMs: 0 };
  const next = momentAfter(nowMs, `+${every.replace(/^\+/, '')}`);
  if (next === undefined) {
    throw programError(`esdk encrypt: expected --every TIME such as 1s, 5m or 1h; found ${every}.`);
  }
  return { times, everyMs: next - nowMs };
}

/** How much one data key protects: that is what is lost with it. */
class Blast {
  private readonly byDataKey = new Map<string, { messages: number; contexts: Set<string> }>();

  add(message: Uint8Array<ArrayBuffer>): void {
    const { dataKeys, context } = takeApart(message);
    const id = bytesToHex(dataKeys[0]?.ciphertext ?? new Uint8Array());
    const held = this.byDataKey.get(id) ?? { messages: 0, contexts: new Set<string>() };
    held.messages++;
    held.contexts.add(JSON.stringify(context));
    this.byDataKey.set(id, held);
  }

  get dataKeys(): number {
    return this.byDataKey.size;
  }

  get most(): number {
    return Math.max(...[...this.byDataKey.values()].map(({ messages: count }) => count));
  }

  get messages(): number {
    return [...this.byDataKey.values()].reduce((sum, { messages: count }) => sum + count, 0);
  }
}

function summary(calls: CallCounts, blast: Blast, from: number, to: number): string {
  const asked = [...calls].map(([operation, times]) => `${times} ${operation}`).join(', ');
  const rows = [`${from} bytes encrypted to a message of ${to} bytes`];
  if (blast.messages > 1) {
    rows.push(
      `${blast.messages} messages under ${blast.dataKeys} data keys, at most ${blast.most} under one`,
    );
  }
  return `${[...rows, `calls to KMS: ${asked}`].join('\n')}\n`;
}
