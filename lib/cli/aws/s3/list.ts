import { CliError, unknownWords } from '../errors';
import { parseArguments } from '../input/argument-parser';
import type { CliSession } from '../session';
import { type ListedObject, listed, objectsOf } from './buckets';
import { openS3, type S3Client } from './client';
import { parseS3Uri, type S3Uri } from './uri';

const FLAGS = ['--recursive', '--human-readable', '--summarize'].map((flag) => ({
  flag,
  dest: flag,
  takes: 'nothing' as const,
  implied: true,
}));

/** `aws s3 ls [s3://bucket/prefix] [--recursive] [--human-readable] [--summarize]` */
export async function list(session: CliSession, argv: readonly string[]): Promise<string> {
  const { values, rest } = parseArguments(argv, FLAGS, [{ name: 'paths', required: false }]);
  if (rest.length > 0) throw unknownWords(rest);
  const s3 = await openS3(session);
  const given = values.get('paths') as string | undefined;
  const uri = given === undefined ? undefined : (parseS3Uri(given) ?? parseS3Uri(`s3://${given}`));
  if (!uri || uri.bucket === '') return buckets(s3);
  const found = values.has('--recursive')
    ? { objects: await objectsOf(s3, uri.bucket, uri.key), prefixes: [] }
    : await folder(s3, uri);
  if (found.objects.length + found.prefixes.length === 0 && uri.key !== '') throw new CliError('', 1);
  const human = values.has('--human-readable');
  const shorten = values.has('--recursive') ? 0 : uri.key.lastIndexOf('/') + 1;
  const lines = [
    ...found.prefixes.map((prefix) => `${'PRE '.padStart(31)}${prefix.slice(shorten)}\n`),
    ...found.objects.map((object) => objectLine(object, shorten, human)),
  ];
  return lines.join('') + (values.has('--summarize') ? summary(found.objects, human) : '');
}

async function buckets(s3: S3Client): Promise<string> {
  const answer = await s3.call('ListBuckets', {});
  const all = (answer.Buckets ?? []) as readonly { Name: string; CreationDate: number }[];
  return all.map((bucket) => `${timeText(bucket.CreationDate)} ${bucket.Name}\n`).join('');
}

async function folder(s3: S3Client, { bucket, key }: S3Uri) {
  const objects: ListedObject[] = [];
  const prefixes: string[] = [];
  let token: unknown;
  do {
    const more = token ? { ContinuationToken: token } : {};
    const page = await s3.call('ListObjectsV2', { Bucket: bucket, Prefix: key, Delimiter: '/', ...more });
    objects.push(...listed(page.Contents));
    prefixes.push(
      ...((page.CommonPrefixes ?? []) as readonly { Prefix: string }[]).map(({ Prefix }) => Prefix),
    );
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token);
  return { objects, prefixes };
}

function objectLine({ key, size, modifiedMs }: ListedObject, shorten: number, human: boolean): string {
  return `${timeText(modifiedMs)} ${sizeText(size, human).padStart(10)} ${key.slice(shorten)}\n`;
}

function summary(objects: readonly ListedObject[], human: boolean): string {
  const total = objects.reduce((sum, { size }) => sum + size, 0);
  return `\nTotal Objects: ${objects.length}\n   Total Size: ${sizeText(total, human)}\n`;
}

function timeText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

const UNITS = ['KiB', 'MiB', 'GiB', 'TiB'];

/** `23`, or `1.5 KiB` for people. */
function sizeText(size: number, human: boolean): string {
  if (!human) return String(size);
  if (size === 1) return '1 Byte';
  if (size < 1024) return `${size} Bytes`;
  let value = size;
  let unit = '';
  for (const next of UNITS) {
    value /= 1024;
    unit = next;
    if (Math.round(value) < 1024) break;
  }
  return `${value.toFixed(1)} ${unit}`;
}
