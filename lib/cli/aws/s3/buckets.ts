import { CliError, unknownWords } from '../errors';
import { parseArguments } from '../input/argument-parser';
import type { CliSession } from '../session';
import { openS3, reasonOf, type S3Client } from './client';
import { needsS3Uri } from './uri';

/** `aws s3 mb s3://bucket` */
export async function makeBucket(session: CliSession, argv: readonly string[]): Promise<string> {
  const { path } = pathOf(argv, []);
  const { bucket } = needsS3Uri(path, '');
  const s3 = await openS3(session);
  const place =
    s3.region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: s3.region } };
  await reported(`make_bucket failed: ${path}`, () => s3.call('CreateBucket', { Bucket: bucket, ...place }));
  return `make_bucket: ${bucket}\n`;
}

/** `aws s3 rb s3://bucket [--force]` */
export async function removeBucket(session: CliSession, argv: readonly string[]): Promise<string> {
  const { path, flags } = pathOf(argv, ['--force']);
  const { bucket } = needsS3Uri(path, '');
  const s3 = await openS3(session);
  const removed = flags.has('--force') ? await emptied(s3, bucket) : '';
  await reported(`remove_bucket failed: ${path}`, () => s3.call('DeleteBucket', { Bucket: bucket }), removed);
  return `${removed}remove_bucket: ${bucket}\n`;
}

async function emptied(s3: S3Client, bucket: string): Promise<string> {
  let lines = '';
  for (const { key } of await objectsOf(s3, bucket, '')) {
    await s3.call('DeleteObject', { Bucket: bucket, Key: key });
    lines += `delete: s3://${bucket}/${key}\n`;
  }
  return lines;
}

export interface ListedObject {
  readonly key: string;
  readonly size: number;
  readonly modifiedMs: number;
}

/** All objects of a bucket below a prefix, page after page. */
export async function objectsOf(
  s3: S3Client,
  bucket: string,
  prefix: string,
): Promise<readonly ListedObject[]> {
  const objects: ListedObject[] = [];
  let token: unknown;
  do {
    const page = await s3.call('ListObjectsV2', {
      Bucket: bucket,
      Prefix: prefix,
      ...(token ? { ContinuationToken: token } : {}),
    });
    objects.push(...listed(page.Contents));
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token);
  return objects;
}

export function listed(contents: unknown): readonly ListedObject[] {
  return ((contents ?? []) as readonly Readonly<Record<string, unknown>>[]).map((object) => ({
    key: object.Key as string,
    size: (object.Size ?? 0) as number,
    modifiedMs: (object.LastModified ?? 0) as number,
  }));
}

/** One path and the flags that need no value. */
export function pathOf(
  argv: readonly string[],
  flags: readonly string[],
): { path: string; flags: ReadonlySet<string> } {
  const options = flags.map((flag) => ({ flag, dest: flag, takes: 'nothing' as const, implied: true }));
  const { values, rest } = parseArguments(argv, options, [{ name: 'path', required: true }]);
  if (rest.length > 0) throw unknownWords(rest);
  return {
    path: values.get('path') as string,
    flags: new Set([...values.keys()].filter((name) => name !== 'path')),
  };
}

/** Runs one request; its refusal ends the command with status 1 and the given words before it. */
async function reported(words: string, work: () => Promise<unknown>, printed = ''): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new CliError(`${words} ${reasonOf(error)}\n`, 1, printed);
  }
}
