import { concatBytes, utf8ToBytes } from '../../base';
import { failed, inputOf, printed, type Tool, type ToolHost } from './tool';

/** How much of a text: so many lines or bytes, or all but so many, or (`tail` alone) all from one on. */
interface Share {
  readonly unit: 'lines' | 'bytes';
  readonly sign: '' | '-' | '+';
  readonly count: number;
}

interface Wishes {
  share: Share;
  /** Names over the parts: never, always, or where there are several. */
  titles: 'never' | 'always' | 'several';
  names: string[];
}

/** The library's own forget `-n -1`, `-c -1` and `-c +1`. */
export const head = ends('head', 'Show the beginning of a file.', beginning);
export const tail = ends('tail', 'Show the end of a file.', end);

function ends(
  name: 'head' | 'tail',
  about: string,
  cut: (bytes: Uint8Array, share: Share) => Uint8Array,
): Tool {
  return {
    name,
    about,
    run: async (args, host) => {
      const wishes = wishesOf(name, args);
      return typeof wishes === 'string' ? failed(name, wishes) : shown(name, wishes, cut, host);
    },
  };
}

async function shown(
  program: string,
  { share, titles, names }: Wishes,
  cut: (bytes: Uint8Array, share: Share) => Uint8Array,
  host: ToolHost,
) {
  const parts: Uint8Array[] = [];
  let stderr = '';
  for (const name of names.length === 0 ? ['-'] : names) {
    const input = await inputOf(name, host);
    if (!input) {
      stderr += `${program}: cannot open '${name}' for reading: No such file or directory\n`;
      continue;
    }
    const title = name === '-' ? 'standard input' : name;
    const isTitled = titles === 'always' || (titles === 'several' && names.length > 1);
    if (isTitled) parts.push(utf8ToBytes(`${parts.length > 0 ? '\n' : ''}==> ${title} <==\n`));
    parts.push(cut(input, share));
  }
  return { ...printed(concatBytes(...parts)), stderr, exitCode: stderr === '' ? 0 : 1 };
}

const UNITS = { n: 'lines', c: 'bytes' } as const;
const LONG: Readonly<Record<string, string>> = {
  '--lines': '-n',
  '--bytes': '-c',
  '--quiet': '-q',
  '--silent': '-q',
  '--verbose': '-v',
};

function wishesOf(program: 'head' | 'tail', args: readonly string[]): Wishes | string {
  const wishes: Wishes = { share: { unit: 'lines', sign: '', count: 10 }, titles: 'several', names: [] };
  const words = args.flatMap(shortForm);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    const [, flags = '', unit, glued] = /^-([qvf]*)(?:([nc])(.*))?$/s.exec(word) ?? [];
    const old = at === 0 ? /^([-+])(\d+)$/.exec(word) : null;
    if (old && (old[1] === '-' || program === 'tail')) {
      wishes.share = { unit: 'lines', sign: old[1] === '+' ? '+' : '', count: Number(old[2]) };
    } else if (word !== '-' && (flags !== '' || unit !== undefined)) {
      for (const flag of flags.replaceAll('f', '')) wishes.titles = flag === 'q' ? 'never' : 'always';
      if (unit === undefined) continue;
      const text = glued || (words[++at] ?? '');
      const share = shareOf(program, UNITS[unit as 'n' | 'c'], text);
      if (!share) return `invalid number of ${UNITS[unit as 'n' | 'c']}: '${text}'`;
      wishes.share = share;
    } else if (word.startsWith('-') && word !== '-') return `unrecognized option '${word}'`;
    else wishes.names.push(word);
  }
  return wishes;
}

function shortForm(arg: string): string[] {
  const [name = '', value] = arg.split(/=(.*)/s);
  const short = LONG[name];
  if (short === undefined) return [arg];
  return value === undefined ? [short] : [short, value];
}

function shareOf(program: 'head' | 'tail', unit: Share['unit'], text: string): Share | undefined {
  const [, sign = '', digits] = /^([-+]?)(\d+)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  // The one sign that only says what goes without saying.
  const plain = program === 'head' ? '+' : '-';
  return { unit, sign: sign === plain ? '' : (sign as Share['sign']), count: Number(digits) };
}

function beginning(bytes: Uint8Array, { unit, sign, count }: Share): Uint8Array {
  if (unit === 'bytes') return bytes.subarray(0, sign === '-' ? Math.max(0, bytes.length - count) : count);
  return bytes.subarray(0, sign === '-' ? startOfLast(bytes, count) : endOfFirst(bytes, count));
}

function end(bytes: Uint8Array, { unit, sign, count }: Share): Uint8Array {
  const before = Math.max(0, count - 1);
  if (unit === 'bytes') return bytes.subarray(sign === '+' ? before : Math.max(0, bytes.length - count));
  return bytes.subarray(sign === '+' ? endOfFirst(bytes, before) : startOfLast(bytes, count));
}

const NEWLINE = 10;

/** Where the first lines end. */
function endOfFirst(bytes: Uint8Array, count: number): number {
  let at = 0;
  for (let line = 0; line < count; line++) {
    const next = bytes.indexOf(NEWLINE, at);
    if (next < 0) return bytes.length;
    at = next + 1;
  }
  return at;
}

/** Where the last lines begin; a last line without its end is a line. */
function startOfLast(bytes: Uint8Array, count: number): number {
  if (count === 0) return bytes.length;
  let at = bytes.length - 1;
  for (let line = 0; line < count; line++) {
    // From a place before the first one the search would begin at the end.
    at = at <= 0 ? -1 : bytes.lastIndexOf(NEWLINE, at - 1);
    if (at < 0) return 0;
  }
  return at + 1;
}
