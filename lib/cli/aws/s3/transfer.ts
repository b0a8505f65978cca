import { needs } from '../../../base';
import { CliError, generalError, STATUS } from '../errors';
import type { CliSession } from '../session';
import { objectsOf } from './buckets';
import { reasonOf, type S3Client } from './client';
import { folderOf, isStream, nameOf, type Side, sideText, underSide } from './sides';
import type { S3Uri } from './uri';

export interface Job {
  readonly from: Side;
  readonly to: Side;
}

/** What stands below a folder: its name from there on, and where it is. */
export interface Found {
  readonly name: string;
  readonly side: Side;
  /** In bytes. */
  readonly size: number;
  readonly modifiedMs: number;
}

/** Brings objects and files to where they are wanted, one after the other. */
export class Transfer {
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
    const found = await this.below(from);
    return found.map(({ name, side }) => ({ from: side, to: underSide(to, name) }));
  }

  async below(folder: Side): Promise<readonly Found[]> {
    if (folder.kind === 'file') {
      const files = await this.session.host.files.list(folder.path);
      return files.map(({ path, ...about }) => ({
        name: path.slice(folder.path.length + 1),
        side: { kind: 'file', path, shown: path },
        ...about,
      }));
    }
    const { bucket, key: root } = folder.uri;
    const objects = await objectsOf(this.s3, bucket, root);
    return objects.map(({ key, ...about }) => ({
      name: key.slice(folderOf(root).length),
      side: { kind: 's3', uri: { bucket, key } },
      ...about,
    }));
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
    if (from.kind === 's3' && to.kind === 'file') await this.save(from.uri, to.path);
    else if (from.kind === 's3') await this.copy(from.uri, uriOf(to));
    else await this.write('PutObject', uriOf(to), { Body: await this.content(from) });
    if (!this.moves) return;
    if (from.kind === 'file') await this.session.host.files.remove(from.path);
    else await this.s3.call('DeleteObject', { Bucket: from.uri.bucket, Key: from.uri.key });
  }

  /** A file that was downloaded was changed when its object was. */
  private async save(from: S3Uri, path: string): Promise<void> {
    const { body, modifiedMs } = await this.download(from);
    await this.session.host.files.write(path, body, modifiedMs);
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
    if (from.kind === 's3') return (await this.download(from.uri)).body;
    if (isStream(from)) return this.session.host.stdin;
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

  private async download({ bucket, key }: S3Uri) {
    await this.head({ bucket, key });
    const answer = await this.s3.call('GetObject', { Bucket: bucket, Key: key });
    const body = answer.Body;
    needs(body === undefined || body instanceof Uint8Array, 'an object is bytes');
    return { body: body ?? new Uint8Array(0), modifiedMs: answer.LastModified as number };
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

function uriOf(side: Side): S3Uri {
  needs(side.kind === 's3', 'one end at least is in S3');
  return side.uri;
}
