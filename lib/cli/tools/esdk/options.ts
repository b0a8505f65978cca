import type { Bytes } from '../../../base';
import { expandPath } from '../../aws/cli-host';
import { type Line, programError, wholeNumber } from '../../programs/flags';
import type { ToolHost } from '../tool';

/** Flags that every command which calls KMS takes. */
export const WHERE = { '--region': 'REGION', '--profile': 'PROFILE' };

const POLICIES = [
  'REQUIRE_ENCRYPT_REQUIRE_DECRYPT',
  'REQUIRE_ENCRYPT_ALLOW_DECRYPT',
  'FORBID_ENCRYPT_ALLOW_DECRYPT',
] as const;
export type CommitmentPolicyName = (typeof POLICIES)[number];

export function commitmentOf(line: Line, otherwise: CommitmentPolicyName): CommitmentPolicyName {
  const word = line.flags.get('--commitment');
  if (word === undefined) return otherwise;
  const found = POLICIES.find((one) => one === word);
  if (found) return found;
  throw programError(`esdk: expected --commitment to be one of ${POLICIES.join(', ')}; found ${word}.`);
}

export function listOf(line: Line, flag: string): readonly string[] {
  return (line.flags.get(flag) ?? '').split(',').filter((word) => word !== '');
}

/** `tenant=acme,purpose=orders`. @throws CliError */
export function contextOf(line: Line): Readonly<Record<string, string>> {
  const pairs = listOf(line, '--context').map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw programError(`esdk: expected --context NAME=VALUE,NAME=VALUE; found ${pair}.`);
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}

export interface CacheLimits {
  readonly maxAgeMs: number;
  readonly maxMessages?: number | undefined;
  readonly maxBytes?: number | undefined;
  readonly capacity: number;
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** `max-age=120s,max-messages=500,max-bytes=1000000,capacity=10`. @throws CliError */
export function cacheOf(line: Line): CacheLimits | undefined {
  if (!line.flags.has('--cache')) return undefined;
  const given = new Map(
    listOf(line, '--cache').map((part) => part.split('=', 2) as [string, string | undefined]),
  );
  for (const [name, value] of given) {
    if (!['max-age', 'max-messages', 'max-bytes', 'capacity'].includes(name) || value === undefined) {
      const found = value === undefined ? name : `${name}=${value}`;
      throw programError(
        `esdk: expected --cache max-age=120s,max-messages=N,max-bytes=N,capacity=N; found ${found}.`,
      );
    }
  }
  const number = (name: string) => {
    const text = given.get(name);
    return text === undefined ? undefined : wholeNumber(text, 'esdk', `--cache ${name}`);
  };
  return {
    maxAgeMs: ageOf(given.get('max-age')) * 1_000,
    maxMessages: number('max-messages'),
    maxBytes: number('max-bytes'),
    capacity: number('capacity') ?? 100,
  };
}

/** Seconds. The library has no cache without a greatest age (fact: services 8). */
function ageOf(text: string | undefined): number {
  const parts = /^(\d+)([smhd])$/.exec(text ?? '');
  const seconds = Number(parts?.[1] ?? 0) * (SECONDS[parts?.[2] ?? ''] ?? 0);
  if (seconds > 0) return seconds;
  throw programError(`esdk: expected --cache max-age=TIME such as 120s, 5m or 1h; found ${text ?? 'none'}.`);
}

/** The file after --in, or what stands in the pipe. @throws CliError where the file cannot be read. */
export async function inputOf(line: Line, host: ToolHost): Promise<Bytes> {
  const name = line.flags.get('--in') ?? line.positionals[0];
  if (name === undefined || name === '-') return host.stdin as Bytes;
  const content = await host.files.read(expandPath(name, host));
  if (typeof content !== 'string') return content as Bytes;
  const why = content === 'directory' ? 'a folder' : 'nothing';
  throw programError(`esdk: expected a file at ${name}, found ${why}.`);
}

/** Writes to the file after --out and answers what to say of it, or answers the bytes for the pipe. */
export async function delivered(
  line: Line,
  host: ToolHost,
  bytes: Uint8Array,
  said: string,
): Promise<string | Uint8Array> {
  const name = line.flags.get('--out');
  if (name === undefined || name === '-') return bytes;
  await host.files.write(expandPath(name, host), bytes);
  return said;
}
