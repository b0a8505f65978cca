import type { CliSession } from '../session';
import { openS3 } from './client';
import { readTransfer, said } from './options';
import { isStream } from './sides';
import { Transfer } from './transfer';

/** `aws s3 cp FROM TO` and `aws s3 mv FROM TO`, one of which at least is an `s3://` URI. */
export function copy(moves: boolean) {
  return async (session: CliSession, argv: readonly string[]): Promise<string | Uint8Array> => {
    const line = readTransfer(session, argv, moves ? 'mv' : 'cp', ['--recursive', '--force']);
    const { from, to, switches, members } = line;
    const transfer = new Transfer(session, await openS3(session), members, moves);
    if (isStream(to)) return transfer.toStdout(from);
    const jobs = switches.has('--recursive')
      ? await transfer.jobsBelow(from, to)
      : [await transfer.job(from, to)];
    const lines = switches.has('--dryrun') ? transfer.planned(jobs) : await transfer.all(jobs);
    return isStream(from) ? '' : said(line, lines);
  };
}
