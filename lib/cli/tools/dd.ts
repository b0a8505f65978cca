import { concatBytes } from '../../base';
import { failed, inputOf, pathOf, printed, type Tool } from './tool';

const MOST_BYTES = 4 * 1024 * 1024;

/** `dd if= of= bs= count= skip= status=none` */
export const dd: Tool = {
  name: 'dd',
  about: 'Copy so many blocks of bytes.',
  run: async (args, host) => {
    const operands = new Map(args.map((arg) => arg.split(/=(.*)/s).slice(0, 2) as [string, string]));
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
    await host.files.write(pathOf(to, host), bytes);
    return { ...printed(''), stderr: report };
  },
};

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
