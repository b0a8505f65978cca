import { concatBytes } from '../../base';
import { failed, inputOf, pathOf, printed, type Tool } from './tool';

const MOST_BYTES = 4 * 1024 * 1024;

const OPERANDS = ['if', 'of', 'bs', 'count', 'skip', 'seek', 'conv', 'status'];

/** `dd if= of= bs= count= skip= seek= conv=notrunc status=none` */
export const dd: Tool = {
  name: 'dd',
  about: 'Copy so many blocks of bytes.',
  run: async (args, host) => {
    const operands = new Map(args.map((arg) => arg.split(/=(.*)/s).slice(0, 2) as [string, string]));
    const strange = args.find((arg) => !OPERANDS.includes(arg.split('=')[0] ?? ''));
    if (strange !== undefined) return failed('dd', `unrecognized operand '${strange}'`);
    const conversion = operands.get('conv');
    if (conversion !== undefined && conversion !== 'notrunc') {
      return failed('dd', `invalid conversion: '${conversion}'`);
    }
    const input = await inputOf(operands.get('if'), host);
    if (!input) return failed('dd', `failed to open '${operands.get('if')}': No such file or directory`);
    const block = sizeOf(operands.get('bs')) ?? 512;
    const count = operands.has('count') ? Number(operands.get('count')) : Infinity;
    const start = block * Number(operands.get('skip') ?? 0);
    const wanted = Math.min(block * count, MOST_BYTES);
    const bytes =
      input.length < wanted && isEndless(operands.get('if'))
        ? filled(input, wanted)
        : input.subarray(start, start + wanted);
    const blocks = `${Math.floor(bytes.length / block)}+${bytes.length % block === 0 ? 0 : 1}`;
    const report =
      operands.get('status') === 'none'
        ? ''
        : `${blocks} records in\n${blocks} records out\n${bytes.length} bytes copied\n`;
    const to = operands.get('of');
    if (to === undefined) return { ...printed(bytes), stderr: report };
    const offset = block * Number(operands.get('seek') ?? 0);
    if (offset > MOST_BYTES) return failed('dd', `${to}: File too large`);
    const old = offset > 0 || conversion ? await inputOf(to, host) : undefined;
    const kept = conversion ? old?.subarray(offset + bytes.length) : undefined;
    const whole = concatBytes(filledTo(old, offset), bytes, kept ?? new Uint8Array());
    await host.files.write(pathOf(to, host), whole);
    return { ...printed(''), stderr: report };
  },
};

/** What stood before the place where writing begins; zeros where there was less. */
function filledTo(old: Uint8Array | undefined, length: number): Uint8Array {
  return filled((old ?? new Uint8Array()).subarray(0, length), length);
}

function isEndless(name: string | undefined): boolean {
  return name === '/dev/zero';
}

function filled(start: Uint8Array, length: number): Uint8Array {
  return concatBytes(start, new Uint8Array(length - start.length));
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  c: 1,
  k: 1024,
  K: 1024,
  kB: 1000,
  M: 1024 * 1024,
  MB: 1_000_000,
};

function sizeOf(text: string | undefined): number | undefined {
  const [, digits, unit] = /^(\d+)(\w*)$/.exec(text ?? '') ?? [];
  const factor = UNITS[unit ?? ''];
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}
