import { unknownWords, usageText } from '../errors';
import { parseArguments } from '../input/argument-parser';
import type { CliSession } from '../session';
import { type Side, sideOf } from './sides';

/** Flags that go into the request that writes the object. */
const WRITE_FLAGS: Readonly<Record<string, string>> = {
  '--sse': 'ServerSideEncryption',
  '--sse-kms-key-id': 'SSEKMSKeyId',
  '--storage-class': 'StorageClass',
  '--content-type': 'ContentType',
};
const SWITCHES = ['--quiet', '--only-show-errors', '--no-progress', '--dryrun'];
/** The command knows fewer than S3: DSSE-KMS is for `s3api`. */
const SSE_CHOICES = ['AES256', 'aws:kms'];

/** A line with two ends, one of which at least is in S3. */
export interface TransferLine {
  readonly from: Side;
  readonly to: Side;
  readonly switches: ReadonlySet<string>;
  /** Members of the request that writes an object. */
  readonly members: Readonly<Record<string, unknown>>;
}

/**
 * Reads what follows `aws s3 cp`, `mv` or `sync`.
 * @param more switches of this command alone
 * @throws CliError
 */
export function readTransfer(
  session: CliSession,
  argv: readonly string[],
  command: string,
  more: readonly string[],
): TransferLine {
  const { values, rest } = parseArguments(
    argv,
    [...[...SWITCHES, ...more].map(switched), ...Object.keys(WRITE_FLAGS).map(writing)],
    [
      { name: 'from', required: true },
      { name: 'to', required: true },
    ],
  );
  if (rest.length > 0) throw unknownWords(rest);
  const from = sideOf(session, values.get('from') as string);
  const to = sideOf(session, values.get('to') as string);
  if (from.kind === 'file' && to.kind === 'file') {
    throw usageText(
      `usage: aws s3 ${command} <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>\nError: Invalid argument type`,
    );
  }
  const members = Object.entries(WRITE_FLAGS).flatMap(([flag, member]) =>
    values.has(flag) ? [[member, values.get(flag)]] : [],
  );
  return { from, to, switches: new Set(values.keys()), members: Object.fromEntries(members) };
}

/** What a transfer says of what went well. */
export function said({ switches }: TransferLine, lines: string): string {
  return switches.has('--quiet') || switches.has('--only-show-errors') ? '' : lines;
}

function switched(flag: string) {
  return { flag, dest: flag, takes: 'nothing' as const, implied: true };
}

function writing(flag: string) {
  const isSse = flag === '--sse';
  return {
    flag,
    dest: flag,
    takes: isSse ? ('at most one' as const) : ('one' as const),
    implied: 'AES256',
    choices: isSse ? SSE_CHOICES : undefined,
  };
}
