import { CliError, generalError } from '../errors';
import type { CliSession } from '../session';
import { openS3, reasonOf, type S3Client } from './client';
import { readTransfer, said } from './options';
import { type Side, sideText, underSide } from './sides';
import { type Found, type Job, Transfer } from './transfer';

const SWITCHES = ['--delete', '--size-only', '--exact-timestamps'];

/**
 * `aws s3 sync FROM TO`: copies what is missing or changed, and with `--delete` removes what is not at the source.
 * differs: no --exclude and --include
 */
export async function sync(session: CliSession, argv: readonly string[]): Promise<string> {
  const line = readTransfer(session, argv, 'sync', SWITCHES);
  const { from, to, switches, members } = line;
  const s3 = await openS3(session);
  const transfer = new Transfer(session, s3, members, false);
  if (from.kind === 'file' && (await session.host.files.read(from.path)) !== 'directory') {
    throw generalError(`The user-provided path ${from.shown} does not exist.`);
  }
  const source = byName(await transfer.below(from));
  const target = byName(await transfer.below(to));
  const jobs = [...source]
    .filter(([name, found]) => !isCurrent(found, target.get(name), switches))
    .map(([name, { side }]): Job => ({ from: side, to: underSide(to, name) }));
  const strays = switches.has('--delete') ? [...target].filter(([name]) => !source.has(name)) : [];
  const removed = strays.map(([, { side }]) => side);
  if (switches.has('--dryrun')) {
    const deletions = removed.map((side) => `(dryrun) delete: ${sideText(side, session)}\n`);
    return said(line, transfer.planned(jobs) + deletions.join(''));
  }
  const lines = await transfer.all(jobs);
  return said(line, lines + (await removeAll(removed, session, s3, lines)));
}

function byName(found: readonly Found[]): ReadonlyMap<string, Found> {
  return new Map(found.map((one) => [one.name, one]));
}

/** What is there is as the source is. A file that was downloaded has the time of its object. */
function isCurrent(source: Found, there: Found | undefined, switches: ReadonlySet<string>): boolean {
  if (!there || there.size !== source.size) return false;
  if (switches.has('--size-only')) return true;
  const isDownload = there.side.kind === 'file';
  if (!isDownload) return there.modifiedMs >= source.modifiedMs;
  return switches.has('--exact-timestamps')
    ? there.modifiedMs === source.modifiedMs
    : there.modifiedMs <= source.modifiedMs;
}

async function removeAll(
  sides: readonly Side[],
  session: CliSession,
  s3: S3Client,
  printed: string,
): Promise<string> {
  let lines = '';
  for (const side of sides) {
    const shown = sideText(side, session);
    try {
      if (side.kind === 'file') await session.host.files.remove(side.path);
      else await s3.call('DeleteObject', { Bucket: side.uri.bucket, Key: side.uri.key });
    } catch (error) {
      throw new CliError(`delete failed: ${shown} ${reasonOf(error)}\n`, 1, printed + lines);
    }
    lines += `delete: ${shown}\n`;
  }
  return lines;
}
