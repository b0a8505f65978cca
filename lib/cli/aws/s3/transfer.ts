import { needs } from '../../../base';
import { parseArguments } from '../argument-parser';
import { expandPath } from '../cli-host';
import { CliError, generalError, STATUS, unknownWords, usageText } from '../errors';
import type { CliSession } from '../session';
import { objectsOf } from './buckets';
import { openS3, reasonOf, type S3Client } from './client';
import { parseS3Uri, type S3Uri, uriText } from './uri';

/** Flags that go into the request that writes the object. */
const WRITE_FLAGS: Readonly<Record<string, string>> = {
  '--sse': 'ServerSideEncryption',
  '--sse-kms-key-id': 'SSEKMSKeyId',
  '--storage-class': 'StorageClass',
  '--content-type': 'ContentType',
};
const SWITCHES = ['--recursive', '--quiet', '--only-show-errors', '--no-progress', '--force', '--dryrun'];
/** The command knows fewer than S3: DSSE-KMS is for `s3api`. */
const SSE_CHOICES = ['AES256', 'aws:kms'];

const OPTIONS = [
  ...SWITCHES.map((flag) => ({ flag, dest: flag, takes: 'nothing' as const, implied: true })),
  ...Object.keys(WRITE_FLAGS).map((flag) => ({
    flag,
    dest: flag,
    takes: flag === '--sse' ? ('at most one' as const) : ('one' as const),
    implied: 'AES256',
    choices: flag === '--sse' ? SSE_CHOICES : undefined,
  })),
];

type Side =
  | { readonly kind: 's3'; readonly uri: S3Uri }
  | { readonly kind: 'file'; readonly path: string; readonly shown: string };

interface Job {
  readonly from: Side;
  readonly to: Side;
}

/** `aws s3 cp FROM TO` and `aws s3 mv FROM TO`, one of which at least is an `s3://` URI. */
export function transfer(moves: boolean) {
  return async (session: CliSession, argv: readonly string[]): Promise<string | Uint8Array> => {
    const { values, rest } = parseArguments(argv, OPTIONS, [
      { name: 'from', required: true },
      { name: 'to', required: true },
    ]);
    if (rest.length > 0) throw unknownWords(rest);
    const from = sideOf(session, values.get('from') as string);
    const to = sideOf(session, values.get('to') as string);
    if (from.kind === 'file' && to.kind === 'file') {
      throw usageText(
        'usage: aws s3 cp <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>\nError: Invalid argument type',
      );
    }
    const s3 = await openS3(session);
    const transfer = new Transfer(session, s3, written(values), moves);
    if (to.kind === 'file' && to.shown === '-') return transfer.toStdout(from);
    const jobs = values.has('--recursive')
      ? await transfer.jobsBelow(from, to)
      : [await transfer.job(from, to)];
    const lines = values.has('--dryrun') ? transfer.planned(jobs) : await transfer.all(jobs);
    return values.has('--quiet') || values.has('--only-show-errors') ? '' : lines;
  };
}

function written(values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const members = Object.entries(WRITE_FLAGS).filter(([flag]) => values.has(flag));
  return Object.fromEntries(members.map(([flag, member]) => [member, values.get(flag)]));
}

function sideOf(session: CliSession, text: string): Side {
  const uri = parseS3Uri(text);
  return uri ? { kind: 's3', uri } : { kind: 'file', path: expandPath(text, session.host), shown: text };
}

class Transfer {
  private readonly session: CliSession;
  private readonly s3: S3Client;
  private readonly members: Readonly<Record<string, unknown>>;
  private readonly moves: boolean;

  constructor(session: CliSession, s3: S3Client, members: Readonly<Record<string, unknown>>, moves: boolean) {
    this.session = session;
    this.s3 = s3;
    this.members = members;
    this.moves = moves;
  }

  /** One file, with the name of its source where the target is a folder. */
  async job(from: Side, to: Side): Promise<Job> {
    const name = nameOf(from);
    if (to.kind === 's3') {
      const isFolder = to.uri.key === '' || to.uri.key.endsWith('/');
      return { from, to: isFolder ? { kind: 's3', uri: { ...to.uri, key: to.uri.key + name } } : to };
    }
    const isFolder = to.shown.endsWith('/') || (await this.session.host.files.read(to.path)) === 'directory';
    return {
      from,
      to: isFolder ? { kind: 'file', path: `${to.path}/${name}`, shown: `${to.shown}/${name}` } : to,
    };
  }

  async jobsBelow(from: Side, to: Side): Promise<readonly Job[]> {
    const root = from.kind === 's3' ? folderOf(from.uri.key) : `${from.path}/`;
    const names =
      from.kind === 's3'
        ? (await objectsOf(this.s3, from.uri.bucket, from.uri.key)).map(({ key }) => key)
        : await this.session.host.files.list(from.path);
    return names.map((name) => {
      const below = name.slice(root.length);
      const source: Side =
        from.kind === 's3'
          ? { kind: 's3', uri: { ...from.uri, key: name } }
          : { kind: 'file', path: name, shown: name };
      return { from: source, to: underSide(to, below) };
    });
  }

  /** The lines of all jobs; a job that fails does not stop the others and makes the status 1. */
  async all(jobs: readonly Job[]): Promise<string> {
    let lines = '';
    let failures = '';
    for (const job of jobs) {
      try {
        await this.one(job);
        lines += `${this.verb(job)}: ${this.shown(job)}\n`;
      } catch (error) {
        if (error instanceof CliError && error.status !== STATUS.service) throw error;
        failures += `${this.verb(job)} failed: ${this.shown(job)} ${reasonOf(error)}\n`;
      }
    }
    if (failures !== '') throw new CliError(failures, 1, lines);
    return lines;
  }

  async toStdout(from: Side): Promise<Uint8Array> {
    try {
      return await this.content(from);
    } catch (error) {
      if (error instanceof CliError && error.status !== STATUS.service) throw error;
      throw new CliError(`download failed: ${sideText(from, this.session)} to - ${reasonOf(error)}\n`, 1);
    }
  }

  /** What would be done. */
  planned(jobs: readonly Job[]): string {
    return jobs.map((job) => `(dryrun) ${this.verb(job)}: ${this.shown(job)}\n`).join('');
  }

  private async one({ from, to }: Job): Promise<void> {
    if (to.kind === 'file') await this.session.host.files.write(to.path, await this.content(from));
    else if (from.kind === 's3') await this.copy(from.uri, to.uri);
    else await this.write('PutObject', to.uri, { Body: await this.content(from) });
    if (!this.moves) return;
    if (from.kind === 'file') await this.session.host.files.remove(from.path);
    else await this.s3.call('DeleteObject', { Bucket: from.uri.bucket, Key: from.uri.key });
  }

  /** S3 copies within itself: nothing comes down here, and the copy is encrypted anew. */
  private async copy(from: S3Uri, to: S3Uri): Promise<void> {
    await this.head(from);
    await this.write('CopyObject', to, { CopySource: `${from.bucket}/${encodeURIComponent(from.key)}` });
  }

  private async write(operation: string, { bucket, key }: S3Uri, more: Readonly<Record<string, unknown>>) {
    await this.s3.call(operation, { Bucket: bucket, Key: key, ...more, ...this.members });
  }

  private async content(from: Side): Promise<Uint8Array> {
    if (from.kind === 's3') return this.download(from.uri);
    if (from.shown === '-') return this.session.host.stdin;
    const content = await this.session.host.files.read(from.path);
    if (typeof content === 'string')
      throw generalError(`The user-provided path ${from.shown} does not exist.`);
    return content;
  }

  /** @throws CliError: what cannot be seen ends the command. */
  private async head({ bucket, key }: S3Uri): Promise<void> {
    const head = await this.s3.send('HeadObject', { Bucket: bucket, Key: key });
    if (head.ok) return;
    const { name, message } = head.refusal;
    const why = name === '404' ? `Key "${key}" does not exist` : message;
    throw new CliError(
      `fatal error: An error occurred (${name}) when calling the HeadObject operation: ${why}\n`,
      1,
    );
  }

  private async download({ bucket, key }: S3Uri): Promise<Uint8Array> {
    await this.head({ bucket, key });
    const answer = await this.s3.call('GetObject', { Bucket: bucket, Key: key });
    const body = answer.Body;
    needs(body === undefined || body instanceof Uint8Array, 'an object is bytes');
    return body ?? new Uint8Array(0);
  }

  private verb({ from, to }: Job): string {
    if (this.moves) return 'move';
    if (from.kind === 's3') return to.kind === 's3' ? 'copy' : 'download';
    return 'upload';
  }

  private shown({ from, to }: Job): string {
    return `${sideText(from, this.session)} to ${sideText(to, this.session)}`;
  }
}

/** Local paths are shown from the working directory; a file in it as `./file`. */
function sideText(side: Side, { host }: CliSession): string {
  if (side.kind === 's3') return uriText(side.uri);
  if (side.shown === '-') return '-';
  const up = host.cwd.split('/').filter((part) => part !== '');
  const down = side.path.split('/').filter((part) => part !== '');
  let same = 0;
  while (same < up.length && same < down.length - 1 && up[same] === down[same]) same += 1;
  const way = [...up.slice(same).map(() => '..'), ...down.slice(same)];
  return way.length === 1 ? `./${way[0]}` : way.join('/');
}

function nameOf(side: Side): string {
  const path = side.kind === 's3' ? side.uri.key : side.path;
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(key: string): string {
  return key === '' || key.endsWith('/') ? key : `${key}/`;
}

function underSide(to: Side, below: string): Side {
  if (to.kind === 's3') return { kind: 's3', uri: { ...to.uri, key: folderOf(to.uri.key) + below } };
  return { kind: 'file', path: `${to.path}/${below}`, shown: `${to.shown}/${below}` };
}
