import { byCodeUnit } from '../../base';
import { type Entry, pathOf, printed, type Tool, type ToolHost } from './tool';

interface Wishes {
  readonly letters: ReadonlySet<string>;
  readonly names: readonly string[];
}

/** `ls` with -1, -a, -A, -d, -F, -h, -l, -R, -r, -S and -t; one name a line, as into a pipe. */
export const ls: Tool = {
  name: 'ls',
  about: 'List files.',
  run: async (args, host) => {
    const wishes = wishesOf(args);
    const files: Entry[] = [];
    const folders: Entry[] = [];
    let missing = '';
    for (const name of wishes.names) {
      const entry = await host.look(pathOf(name, host));
      if (!entry) missing += `ls: cannot access '${name}': No such file or directory\n`;
      else if (entry.kind === 'folder' && !wishes.letters.has('d')) folders.push({ ...entry, name });
      else files.push({ ...entry, name });
    }
    const parts: string[] = [];
    if (files.length > 0) parts.push(lines(sorted(files, wishes), wishes, host, false));
    for (const folder of sorted(folders, wishes)) parts.push(...(await listed(folder.name, wishes, host)));
    return { ...printed(parts.join('\n')), stderr: missing, exitCode: missing === '' ? 0 : 2 };
  },
};

function wishesOf(args: readonly string[]): Wishes {
  const flags = args.filter((arg) => /^-\w/.test(arg)).join('');
  const names = args.filter((arg) => !/^--?\w/.test(arg));
  return { letters: new Set(flags.replace(/-/g, '')), names: names.length > 0 ? names : ['.'] };
}

async function listed(name: string, wishes: Wishes, host: ToolHost): Promise<readonly string[]> {
  const { letters } = wishes;
  const path = pathOf(name, host);
  const all = await host.entries(path);
  const shown = all.filter((entry) => letters.has('a') || letters.has('A') || !entry.name.startsWith('.'));
  const dots = letters.has('a')
    ? ['.', '..'].map(
        (dot): Entry => ({ ...(all[0] ?? EMPTY), name: dot, kind: 'folder', size: 0, mode: 0o755 }),
      )
    : [];
  const entries = [...dots, ...sorted(shown, wishes)];
  const heading = wishes.names.length > 1 || letters.has('R') ? `${name}:\n` : '';
  const parts = [heading + lines(entries, wishes, host, true)];
  if (!letters.has('R')) return parts;
  for (const entry of shown) {
    if (entry.kind === 'folder')
      parts.push(...(await listed(`${name.replace(/\/$/, '')}/${entry.name}`, wishes, host)));
  }
  return parts;
}

const EMPTY: Entry = { name: '', kind: 'folder', size: 0, mode: 0o755, modifiedMs: 0 };

function sorted(entries: readonly Entry[], { letters }: Wishes): readonly Entry[] {
  const byName = [...entries].sort((a, b) => byCodeUnit(a.name, b.name));
  if (letters.has('t')) byName.sort((a, b) => b.modifiedMs - a.modifiedMs);
  if (letters.has('S')) byName.sort((a, b) => b.size - a.size);
  return letters.has('r') ? byName.reverse() : byName;
}

function lines(entries: readonly Entry[], { letters }: Wishes, host: ToolHost, isFolder: boolean): string {
  const mark = (entry: Entry) => (letters.has('F') && entry.kind === 'folder' ? '/' : '');
  if (!letters.has('l')) return entries.map((entry) => `${entry.name}${mark(entry)}\n`).join('');
  const sizes = entries.map(({ size }) => (letters.has('h') ? humanSize(size) : String(size)));
  const width = Math.max(0, ...sizes.map((size) => size.length));
  const user = host.env.USER ?? 'student';
  const long = entries.map((entry, at) => {
    const target = entry.target === undefined ? '' : ` -> ${entry.target}`;
    const size = (sizes[at] as string).padStart(width);
    return `${modeText(entry)} 1 ${user} ${user} ${size} ${timeText(entry.modifiedMs)} ${entry.name}${mark(entry)}${target}\n`;
  });
  const total = Math.ceil(entries.reduce((sum, { size }) => sum + Math.ceil(size / 4096) * 4, 0));
  return (isFolder ? `total ${total}\n` : '') + long.join('');
}

function modeText({ kind, mode }: Entry): string {
  const bits = [...'rwxrwxrwx'].map((letter, at) => ((mode >> (8 - at)) & 1 ? letter : '-')).join('');
  return (kind === 'folder' ? 'd' : kind === 'link' ? 'l' : '-') + bits;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function timeText(ms: number): string {
  const date = new Date(ms);
  const clock = date.toISOString().slice(11, 16);
  return `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${clock}`;
}

function humanSize(size: number): string {
  if (size < 1024) return String(size);
  const kilo = size / 1024;
  return kilo < 1024 ? `${kilo < 10 ? kilo.toFixed(1) : Math.round(kilo)}K` : `${(kilo / 1024).toFixed(1)}M`;
}
