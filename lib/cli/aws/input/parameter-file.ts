import { bytesToUtf8 } from '../../../base';
import { type CliHost, expandNames, resolvePath } from '../cli-host';
import { parameterError } from '../errors';

/** What `file://path` or `fileb://path` stands for; undefined where the text is neither. */
export async function parameterFile(
  text: string,
  flag: string,
  host: CliHost,
): Promise<string | Uint8Array | undefined> {
  const prefix = ['file://', 'fileb://'].find((one) => text.startsWith(one));
  if (!prefix) return undefined;
  const path = expandNames(text.slice(prefix.length), host.env);
  const content = await host.files.read(resolvePath(host.cwd, path));
  if (content === 'absent') throw unreadable(flag, text, `[Errno 2] No such file or directory: '${path}'`);
  if (content === 'directory') throw unreadable(flag, text, `[Errno 21] Is a directory: '${path}'`);
  if (prefix === 'fileb://') return content;
  const decoded = bytesToUtf8(content);
  if (decoded !== undefined) return decoded;
  throw parameterError(
    flag,
    `Unable to load paramfile (${path}), text contents could not be decoded.  If this is a binary file, ` +
      'please use the fileb:// prefix instead of the file:// prefix.',
  );
}

function unreadable(flag: string, text: string, why: string): Error {
  return parameterError(flag, `Unable to load paramfile ${text}: ${why}`);
}
