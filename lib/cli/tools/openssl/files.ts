import type { Bytes } from '../../../base';
import type { CliOutcome } from '../../aws/cli-host';
import { inputOf, pathOf, printed, type ToolHost } from '../tool';
import { OpensslFailure, queuedNoFile } from './failure';

/** The content of -in, or of the input where it is not given. */
export async function readInput(name: string | undefined, host: ToolHost): Promise<Bytes> {
  const bytes = await contentOf(name, host);
  if (bytes) return bytes;
  const line = `Can't open "${name}" for reading, No such file or directory`;
  throw new OpensslFailure(line, ...queuedNoFile(name ?? '', 'rb'));
}

/** As `readInput`, but undefined where there is no such file. */
export async function contentOf(name: string | undefined, host: ToolHost): Promise<Bytes | undefined> {
  return inputOf(name === '/dev/stdin' ? '-' : name, host);
}

/** Writes to -out, or prints where it is not given. */
export async function writeOutput(
  name: string | undefined,
  content: string | Bytes,
  host: ToolHost,
): Promise<CliOutcome> {
  if (name === undefined || name === '-' || name === '/dev/stdout') return printed(content);
  const path = pathOf(name, host);
  const folder = path.slice(0, path.lastIndexOf('/')) || '/';
  if ((await host.look(folder)) === undefined) {
    const line = `Can't open "${name}" for writing, No such file or directory`;
    throw new OpensslFailure(line, ...queuedNoFile(name, 'wb'));
  }
  await host.files.write(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return printed('');
}
