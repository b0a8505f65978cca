/** What a subcommand ends with when it cannot go on: the lines for the error stream, then status 1. */
export class OpensslFailure extends Error {
  override readonly name = 'OpensslFailure';
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** The program marks lines of its error queue with the address of the thread, which is the same each time here. */
const THREAD = '40B7E5C5F17F0000';

/** A line of the error queue, such as OpenSSL 3.0 prints behind its own words. */
export function queued(code: string, where: string, reason: string, source: string, more = ''): string {
  return `${THREAD}:error:${code}:${where}:${reason}:${source}:${more}`;
}

/** The queue's two lines for a file that is not there. */
export function queuedNoFile(name: string, mode: 'r' | 'rb' | 'wb'): string[] {
  const call = `calling fopen(${name}, ${mode})`;
  const reason = 'No such file or directory';
  return [
    queued('80000002', 'system library:BIO_new_file', reason, '../crypto/bio/bss_file.c:67', call),
    queued('10000080', 'BIO routines:BIO_new_file', 'no such file', '../crypto/bio/bss_file.c:75'),
  ];
}

/** Says what the lab's edition leaves out: OpenSSL itself would go on. */
export function notInTheLab(sentence: string): string {
  return `The lab's openssl ${sentence}`;
}
