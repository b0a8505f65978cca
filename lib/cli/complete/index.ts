import { getCommandNames } from 'just-bash/browser';
import { resolvePath } from '../aws/cli-host';
import { parseConfigFile } from '../aws/configuration/config-file';
import { profileOfSection } from '../aws/configuration/profiles';
import { CliError } from '../aws/errors';
import type { LabPort } from '../port';
import { PROGRAMS } from '../programs';
import type { ShellSnapshot } from '../shell/snapshot';
import { TOOLS } from '../tools';
import { completeAws, startingWith } from './aws';
import type { Suggestion, Suggestions } from './suggestion';
import { typedCommand } from './words';

export interface CompletionContext {
  readonly port: Pick<LabPort, 'services' | 'operations'>;
  /** The shell as the last cell left it. */
  readonly snapshot: ShellSnapshot;
}

const BUILTINS = [
  'cd',
  'declare',
  'eval',
  'exit',
  'export',
  'local',
  'read',
  'readonly',
  'set',
  'shift',
  'source',
  'test',
  'type',
  'unset',
];

/** Ways to go on with a line: commands, operations, flags, their values, files. Names of resources are not looked up. */
export function complete(line: string, cursor: number, context: CompletionContext): Suggestions {
  const { words, word, start } = typedCommand(line, cursor);
  return { from: start, to: cursor, options: optionsFor(words, word, context) };
}

function optionsFor(
  words: readonly string[],
  word: string,
  { port, snapshot }: CompletionContext,
): readonly Suggestion[] {
  const [command, ...rest] = onThisMachine(words);
  const files = (typed: string) => fileNames(typed, snapshot);
  if (word.startsWith('$')) return startingWith(word, variableNames(snapshot));
  if (command === undefined) return word.includes('/') ? files(word) : startingWith(word, commands(snapshot));
  if (command !== 'aws') return files(word);
  return completeAws(rest, word, { port, profiles: profileNames(snapshot), files });
}

/** `lab from ADDRESS` runs what follows elsewhere: it goes on as it would here. */
function onThisMachine(words: readonly string[]): readonly string[] {
  return words[0] === 'lab' && words[1] === 'from' && words.length > 2 ? words.slice(3) : words;
}

function commands(snapshot: ShellSnapshot): readonly Suggestion[] {
  const named = [...PROGRAMS, ...TOOLS].map(({ name, about }) => ({ text: name, about }));
  const others = [...getCommandNames(), ...BUILTINS, ...Object.keys(snapshot.functions)];
  const all = new Map<string, Suggestion>([['aws', { text: 'aws', about: 'The AWS command line.' }]]);
  for (const one of [...named, ...others.map((text) => ({ text }))])
    if (!all.has(one.text)) all.set(one.text, one);
  return [...all.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
}

function variableNames({ env, variables }: ShellSnapshot): readonly Suggestion[] {
  const names = [...Object.keys(env), ...Object.keys(variables)].filter((name) =>
    /^[A-Za-z_]\w*$/.test(name),
  );
  return [...new Set(names)].sort().map((name) => ({ text: `$${name}` }));
}

function fileNames(word: string, { files, cwd, env }: ShellSnapshot): readonly Suggestion[] {
  const slash = word.lastIndexOf('/') + 1;
  const typedFolder = word.slice(0, slash);
  const folder = resolvePath(cwd, typedFolder.replace(/^~(?=\/)/, env.HOME ?? '~') || '.');
  const begun = word.slice(slash);
  const below = folder === '/' ? '/' : `${folder}/`;
  return Object.entries(files)
    .filter(([path]) => path.startsWith(below) && !path.slice(below.length).includes('/'))
    .map(([path, { kind }]) => path.slice(below.length) + (kind === 'folder' ? '/' : ''))
    .filter((name) => name.startsWith(begun) && (begun !== '' || !name.startsWith('.')))
    .map((name) => ({ text: typedFolder + name.replace(/([ '"$&;()])/g, '\\$1') }));
}

function profileNames({ files, env }: ShellSnapshot): readonly string[] {
  const names = ['config', 'credentials'].flatMap((name) => {
    const file = files[`${env.HOME ?? ''}/.aws/${name}`];
    return file?.kind === 'text' ? sectionNames(file.text, name === 'config') : [];
  });
  return [...new Set(names)];
}

function sectionNames(text: string, isConfig: boolean): readonly string[] {
  try {
    const sections = [...parseConfigFile(text, '').keys()];
    return isConfig ? sections.flatMap((section) => profileOfSection(section) ?? []) : sections;
  } catch (error) {
    if (error instanceof CliError) return [];
    throw error;
  }
}
