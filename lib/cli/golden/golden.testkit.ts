import { readFileSync } from 'node:fs';
import type { AnyOperation } from '../../aws';
import { refuse } from '../../aws';
import type { CliFiles, CliHost } from '../aws/cli-host';
import { runAws } from '../aws/command';
import type { Pagination } from '../aws/pagination';
import type { LabPort, SentAnswer } from '../port';
import { depotOperations, fromWire, toWire } from './depot.testkit';

/** A command line with what the real CLI made of it. */
export interface GoldenCase {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string | { readonly hex: string }>>;
  readonly answers?: readonly unknown[];
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly requests: readonly { readonly target: string; readonly body: unknown }[];
  readonly after?: Readonly<Record<string, string | null>>;
}

export function goldenCases(theme: string): readonly GoldenCase[] {
  const text = readFileSync(new URL(`./generated/${theme}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { cases: GoldenCase[] }).cases;
}

export function titleOf({ args, env }: GoldenCase): string {
  const words = args.map((word) => (/^[\w/:.=-]+$/.test(word) ? word : JSON.stringify(word)));
  return [...Object.entries(env ?? {}).map(([name, value]) => `${name}=${value}`), 'aws', ...words]
    .join(' ')
    .slice(0, 160);
}

const DEPOT_PAGINATION: Readonly<Record<string, Pagination>> = {
  ListCrates: { tokens: [['Marker', 'NextMarker']], more: 'Truncated', limit: 'Limit', results: ['Crates'] },
  ScanShelves: {
    tokens: [['ExclusiveStartKey', 'LastEvaluatedKey']],
    limit: 'Limit',
    results: ['Items', 'Count', 'ScannedCount'],
    once: ['ConsumedCapacity'],
  },
};

const HOME = '/home/student';
const WORK = `${HOME}/work`;
const DEFAULT_ENV = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
};

/** What our command makes of the same line, in the form the recording has. */
export async function replay(
  one: GoldenCase,
): Promise<Pick<GoldenCase, 'status' | 'stdout' | 'stderr' | 'requests' | 'after'>> {
  const operations = depotOperations();
  const files = new MemoryFiles(one.files ?? {});
  const port = new AnsweringPort(operations, [...(one.answers ?? [])]);
  const host: CliHost = {
    port,
    files,
    env: { HOME, ...(one.env ?? DEFAULT_ENV) },
    cwd: WORK,
    stdin: new Uint8Array(0),
    pagination: (_, operation) => DEPOT_PAGINATION[operation],
  };
  const done = await runAws(one.args, host);
  const after =
    one.after && Object.fromEntries(Object.keys(one.after).map((name) => [name, files.text(pathOf(name))]));
  return {
    status: done.exitCode,
    stdout: String(done.stdout),
    stderr: done.stderr,
    requests: port.requests,
    ...(after ? { after } : {}),
  };
}

function pathOf(name: string): string {
  return name.startsWith('~/') ? `${HOME}${name.slice(1)}` : `${WORK}/${name}`;
}

class AnsweringPort implements LabPort {
  readonly requests: { target: string; body: unknown }[] = [];
  private readonly declared: readonly AnyOperation[];
  private readonly answers: unknown[];
  private now = Date.UTC(2026, 10, 22, 10);

  constructor(declared: readonly AnyOperation[], answers: unknown[]) {
    this.declared = declared;
    this.answers = answers;
  }

  send: LabPort['send'] = async ({ operation, input }): Promise<SentAnswer> => {
    const declared = this.declared.find((one) => one.name === operation) as AnyOperation;
    this.requests.push({ target: `Depot.${operation}`, body: toWire(declared.input, input) });
    const answer = (this.answers.shift() ?? {}) as {
      error?: { name: string; message?: string; status?: number };
    };
    const rest = { requestId: 'request', nowMs: this.now };
    if (answer.error) {
      const { name, message, status } = answer.error;
      return { ok: false, refusal: refuse(name.replace(/^.*#/, ''), message, status), ...rest };
    }
    const output = declared.output ? fromWire(declared.output, answer) : {};
    return { ok: true, output: output as Record<string, unknown>, ...rest };
  };

  services(): readonly string[] {
    return ['depot'];
  }

  operations(service: string): readonly AnyOperation[] {
    return service === 'depot' ? this.declared : [];
  }

  async nowMs(): Promise<number> {
    return this.now;
  }

  async advance(ms: number): Promise<number> {
    this.now += ms;
    return this.now;
  }
}

class MemoryFiles implements CliFiles {
  private readonly content = new Map<string, Uint8Array>();

  constructor(files: NonNullable<GoldenCase['files']>) {
    for (const [name, content] of Object.entries(files)) {
      this.content.set(
        pathOf(name),
        typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.hex, 'hex'),
      );
    }
  }

  async read(path: string): Promise<Uint8Array | 'absent' | 'directory'> {
    if (path === WORK || path === HOME) return 'directory';
    return this.content.get(path) ?? 'absent';
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.content.set(path, bytes);
  }

  async remove(path: string): Promise<void> {
    this.content.delete(path);
  }

  async list(): Promise<readonly []> {
    return [];
  }

  text(path: string): string | null {
    const bytes = this.content.get(path);
    return bytes ? Buffer.from(bytes).toString() : null;
  }
}
