import { bytesToHex } from '../../../base';
import { base64Lines } from './base64-lines';
import { OpensslFailure } from './failure';
import { writeOutput } from './files';
import { readOptions, takes, usage, wholeNumber } from './options';
import type { Subcommand } from './subcommand';

const OPTIONS = { hex: 'flag', base64: 'flag', out: 'value' } as const;

const MOST_BYTES = 4 * 1024 * 1024;

/** `rand [-hex|-base64] [-out FILE] N`: chance that follows from the run's seed. */
export const rand: Subcommand = {
  name: 'rand',
  options: OPTIONS,
  run: async (args, host) => {
    const options = readOptions('rand', args, OPTIONS);
    const [count, ...others] = options.rest;
    if (others.length > 0)
      throw new OpensslFailure(...usage('rand', 'Extra arguments given.'), takes('rand', OPTIONS));
    const bytes = host.randomBytes(count === undefined ? 0 : countOf(count));
    const form = options.lastOf(['hex', 'base64']);
    const content =
      form === 'hex' ? `${bytesToHex(bytes)}\n` : form === 'base64' ? base64Lines(bytes) : bytes;
    return writeOutput(options.value('out'), content, host);
  },
};

function countOf(text: string): number {
  const count = wholeNumber('rand', text);
  if (count <= MOST_BYTES) return count;
  throw new OpensslFailure(`rand: expected at most ${MOST_BYTES} bytes in the lab, found ${count}`);
}
