import { failed, inputOf, printed, type Tool } from './tool';

interface Wishes {
  radix: 'o' | 'd' | 'x' | 'n';
  type: string;
  length: number;
  skip: number;
  width: number;
  names: string[];
}

/** `od -An -tx1`: bytes one by one in hex, octal, decimal or as characters. */
export const od: Tool = {
  name: 'od',
  about: 'Show bytes as numbers.',
  run: async (args, host) => {
    const wishes = wishesOf(args);
    if (typeof wishes === 'string') return failed('od', `the lab's od does not know ${wishes}`);
    const input = await inputOf(wishes.names[0], host);
    if (!input) return failed('od', `${wishes.names[0]}: No such file or directory`);
    return printed(dumped(input.subarray(wishes.skip, wishes.skip + wishes.length), wishes));
  },
};

const SHORT: Readonly<Record<string, string>> = { '-x': 'x2', '-b': 'o1', '-c': 'c', '-o': 'o2' };

function wishesOf(args: readonly string[]): Wishes | string {
  const wishes: Wishes = { radix: 'o', type: 'o2', length: Infinity, skip: 0, width: 16, names: [] };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const [, flag, glued] = /^-([AtNjw])(.+)?$/.exec(arg) ?? [];
    if (flag !== undefined) {
      const value = glued ?? args[++i] ?? '';
      if (flag === 'A') wishes.radix = value as Wishes['radix'];
      else if (flag === 't') wishes.type = value;
      else if (flag === 'N') wishes.length = Number(value);
      else if (flag === 'j') wishes.skip = Number(value);
      else wishes.width = Number(value);
    } else if (SHORT[arg]) wishes.type = SHORT[arg];
    else if (arg === '-v') continue;
    else if (arg.startsWith('-') && arg !== '-') return arg;
    else wishes.names.push(arg);
  }
  return /^([xoud][12]?|c)z?$/.test(wishes.type) ? wishes : `-t ${wishes.type}`;
}

const NAMED: Readonly<Record<number, string>> = {
  0: '\\0',
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
};

function dumped(bytes: Uint8Array, { radix, type, width }: Wishes): string {
  const kind = type[0] as string;
  const size = kind === 'c' ? 1 : Number(/\d/.exec(type)?.[0] ?? 4);
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += width) {
    const row = bytes.subarray(at, at + width);
    const cells: string[] = [];
    for (let i = 0; i < row.length; i += size) {
      const value = (row[i] as number) | ((size > 1 ? (row[i + 1] ?? 0) : 0) << 8);
      cells.push(cellOf(kind, value, size));
    }
    lines.push(`${address(at, radix)}${cells.join('')}`);
  }
  if (radix !== 'n') lines.push(address(bytes.length, radix));
  return lines.map((line) => `${line}\n`).join('');
}

function cellOf(kind: string, value: number, size: number): string {
  if (kind === 'x') return ` ${value.toString(16).padStart(2 * size, '0')}`;
  if (kind === 'o') return ` ${value.toString(8).padStart(size === 1 ? 3 : 6, '0')}`;
  if (kind === 'u') return ` ${String(value).padStart(size === 1 ? 3 : 5)}`;
  if (kind === 'd') return ` ${String(signed(value, size)).padStart(size === 1 ? 4 : 6)}`;
  const shown =
    NAMED[value] ??
    (value >= 32 && value < 127 ? String.fromCharCode(value) : value.toString(8).padStart(3, '0'));
  return ` ${shown.padStart(3)}`;
}

function signed(value: number, size: number): number {
  const half = 1 << (8 * size - 1);
  return value >= half ? value - 2 * half : value;
}

function address(at: number, radix: Wishes['radix']): string {
  if (radix === 'n') return '';
  return at.toString(radix === 'o' ? 8 : radix === 'x' ? 16 : 10).padStart(radix === 'x' ? 6 : 7, '0');
}
