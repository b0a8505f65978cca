import { bytesToHex, hexToBytes } from '../../base';
import { failed, inputOf, pathOf, printed, type Tool } from './tool';

interface Wishes {
  plain: boolean;
  reverse: boolean;
  upper: boolean;
  columns: number | undefined;
  group: number;
  length: number;
  skip: number;
  names: string[];
}

/** Hex dumps: `xxd`, `xxd -p`, `xxd -r -p`, with -c, -g, -l, -s and -u. */
export const xxd: Tool = {
  name: 'xxd',
  about: 'Show bytes as hex, or make bytes of hex.',
  run: async (args, host) => {
    const wishes = wishesOf(args);
    if (typeof wishes === 'string') return failed('xxd', `unknown option ${wishes}`);
    const [from, to] = wishes.names;
    const input = await inputOf(from, host);
    if (!input) return failed('xxd', `${from}: No such file or directory`, 2);
    const wanted = input.subarray(wishes.skip, wishes.skip + wishes.length);
    const output = wishes.reverse ? reversed(input, wishes) : dumped(wanted, wishes);
    if (to === undefined) return printed(output);
    await host.files.write(
      pathOf(to, host),
      typeof output === 'string' ? new TextEncoder().encode(output) : output,
    );
    return printed('');
  },
};

function wishesOf(args: readonly string[]): Wishes | string {
  const wishes: Wishes = {
    plain: false,
    reverse: false,
    upper: false,
    columns: undefined,
    group: 2,
    length: Infinity,
    skip: 0,
    names: [],
  };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const [, flag, glued] = /^-(c|g|l|s|cols|groupsize|len|seek)(\d+)?$/.exec(arg) ?? [];
    if (flag !== undefined) {
      const number = Number(glued ?? args[++i]);
      if (flag.startsWith('c')) wishes.columns = number === 0 ? Infinity : number;
      else if (flag.startsWith('g')) wishes.group = number;
      else if (flag.startsWith('l')) wishes.length = number;
      else wishes.skip = number;
    } else if (/^-[pru]{1,3}$/.test(arg) || /^-(ps|plain|postscript|revert)$/.test(arg)) {
      wishes.reverse ||= /r/.test(arg.replace(/^-(postscript)$/, '')) && !/^-(ps|plain)$/.test(arg);
      wishes.plain ||= /^-.*p/.test(arg);
      wishes.upper ||= /^-[pru]*u/.test(arg);
    } else if (arg.startsWith('-') && arg !== '-') return arg;
    else wishes.names.push(arg);
  }
  return wishes;
}

function dumped(bytes: Uint8Array, { plain, upper, columns, group }: Wishes): string {
  const width = columns ?? (plain ? 30 : 16);
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += width) {
    const row = bytes.subarray(at, at + width);
    const hex = upper ? bytesToHex(row).toUpperCase() : bytesToHex(row);
    lines.push(plain ? hex : dumpLine(at, row, hex, width, group));
  }
  return lines.map((line) => `${line}\n`).join('');
}

function dumpLine(at: number, row: Uint8Array, hex: string, width: number, group: number): string {
  const size = group > 0 ? group : width;
  const groups = hex.match(new RegExp(`.{1,${2 * size}}`, 'g')) ?? [];
  const full = 2 * width + Math.ceil(width / size) - 1;
  const text = [...row].map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
  return `${at.toString(16).padStart(8, '0')}: ${groups.join(' ').padEnd(full)}  ${text}`;
}

/** Makes bytes of a dump; what is no hex is passed over. */
function reversed(input: Uint8Array, { plain }: Wishes): Uint8Array {
  const text = new TextDecoder('latin1').decode(input);
  const hex = plain
    ? text.replace(/[^0-9a-fA-F]/g, '')
    : text.replace(/^[0-9a-fA-F]+:((?: [0-9a-fA-F]+)*) .*$/gm, '$1').replace(/[^0-9a-fA-F]/g, '');
  return hexToBytes(hex.slice(0, hex.length - (hex.length % 2)));
}
