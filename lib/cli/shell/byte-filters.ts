import { type CustomCommand, defineCommand } from 'just-bash/browser';
import { bytesToUtf8 } from '../../base';
import {
  byteStringToBytes,
  bytesToByteString,
  bytesToShellText,
  holdsStandIns,
  withoutStandIns,
} from './bytes-as-text';
import type { CommandContext } from './command-context';
import { withMendedProgram } from './jq-programs';

type Ran = Awaited<ReturnType<NonNullable<CommandContext['origCommand']>>>;

/** Commands of the library that read or print bytes. */
const FILTERS = [
  'awk',
  'base64',
  'cat',
  'column',
  'comm',
  'cut',
  'diff',
  'egrep',
  'expand',
  'fgrep',
  'file',
  'fold',
  'grep',
  'gunzip',
  'gzip',
  'join',
  'jq',
  'md5sum',
  'nl',
  'paste',
  'rev',
  'sed',
  'sha1sum',
  'sha256sum',
  'sort',
  'split',
  'strings',
  'tac',
  'tee',
  'tr',
  'unexpand',
  'uniq',
  'wc',
  'xargs',
  'zcat',
];

/** Arguments told in words that the library understands as it should. */
const MENDED: Readonly<Record<string, (args: readonly string[]) => string[]>> = {
  jq: withMendedProgram,
  paste: (args) => withInput(apart(args, /^-(s*)d(.+)$/s, 'd')),
  xargs: (args) => apart(args, /^-([rtx0]*)I(.+)$/s, 'I'),
};

/** A value that is glued to its option, `-I{}`, parted from it. */
function apart(args: readonly string[], glued: RegExp, option: string): string[] {
  return args.flatMap((arg) => {
    const [, others, value] = glued.exec(arg) ?? [];
    if (value === undefined) return [arg];
    return [...(others ? [`-${others}`] : []), `-${option}`, value];
  });
}

/** `paste` reads its input also where nothing is named. */
function withInput(args: readonly string[]): string[] {
  const isNamed = args.some((arg, at) => !/^-./.test(arg) && args[at - 1] !== '-d');
  return isNamed ? [...args] : [...args, '-'];
}

/** The library's filters, given true bytes to read, and what they print made fit to travel. */
export function byteFilters(): CustomCommand[] {
  return [
    ...FILTERS.map((name) =>
      defineCommand(name, async (args, context) =>
        fitToTravel(await filtered(name, MENDED[name]?.(args) ?? args, context)),
      ),
    ),
    ...['echo', 'printf'].map((name) =>
      defineCommand(name, async (args, context) => printed(args, await original(args, context))),
    ),
  ];
}

async function original(args: string[], context: CommandContext): Promise<Ran> {
  if (!context.origCommand) throw new Error('the library has the command that the lab mends');
  return context.origCommand(args);
}

/** Runs the library's command; where its input holds stand-ins, once more from the start with bytes in their place. */
async function filtered(name: string, args: string[], context: CommandContext): Promise<Ran> {
  const input = context.stdin as unknown as string;
  if (!holdsStandIns(input) || !context.exec) return original(args, context);
  return context.exec(name, {
    args,
    stdin: bytesToByteString(withoutStandIns(byteStringToBytes(input))),
    stdinKind: 'bytes',
    cwd: context.cwd,
    env: { ...context.exportedEnv },
    ...(context.signal ? { signal: context.signal } : {}),
  });
}

function fitToTravel(ran: Ran): Ran {
  const isBytes = ran.stdoutKind === 'bytes' || ran.stdoutEncoding === 'binary';
  if (!isBytes || !/[\u0080-\u00ff]/.test(ran.stdout)) return ran;
  const bytes = byteStringToBytes(ran.stdout);
  if (bytesToUtf8(bytes) !== undefined) return ran;
  return asText(ran, bytes);
}

/** The library prints `\xff` as the character of that number; it means the byte. */
function printed(args: readonly string[], ran: Ran): Ran {
  if (!/[\u0080-\u00ff]/.test(ran.stdout) || args.some((arg) => /[\u0080-\uffff]|\\[uU]/.test(arg)))
    return ran;
  return asText(ran, byteStringToBytes(ran.stdout));
}

function asText(ran: Ran, bytes: Uint8Array): Ran {
  const { stdoutEncoding: _, ...rest } = ran;
  return { ...rest, stdout: bytesToShellText(bytes), stdoutKind: 'text' };
}
