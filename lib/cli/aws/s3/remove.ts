import { CliError } from '../errors';
import type { CliSession } from '../session';
import { objectsOf, pathOf } from './buckets';
import { openS3, reasonOf } from './client';
import { needsS3Uri } from './uri';

/** `aws s3 rm s3://bucket/key [--recursive]` */
export async function remove(session: CliSession, argv: readonly string[]): Promise<string> {
  const { path, flags } = pathOf(argv, ['--recursive', '--quiet', '--only-show-errors']);
  const { bucket, key } = needsS3Uri(path, 'usage: aws s3 rm ');
  const s3 = await openS3(session);
  const keys = flags.has('--recursive')
    ? (await objectsOf(s3, bucket, key)).map((object) => object.key)
    : [key];
  let lines = '';
  for (const one of keys) {
    try {
      await s3.call('DeleteObject', { Bucket: bucket, Key: one });
    } catch (error) {
      throw new CliError(`delete failed: s3://${bucket}/${one} ${reasonOf(error)}\n`, 1, lines);
    }
    lines += `delete: s3://${bucket}/${one}\n`;
  }
  return flags.has('--quiet') || flags.has('--only-show-errors') ? '' : lines;
}
