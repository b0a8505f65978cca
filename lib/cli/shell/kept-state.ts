import { COMMAND_WORDS } from './expanded-names';
import {
  group,
  LAST_STATUS,
  literalText,
  mapCommands,
  redirection,
  type ScriptNode,
  type StatementNode,
  simpleCommand,
  statement,
  word,
} from './syntax';

/** Notes variables, the working directory and the status it is given; without one, ends with the status noted. */
export const KEEP_COMMAND = '__lab_keep';

/** What the shell says of itself in its own words, by the name of the hidden file it says it to. */
const SAID = {
  declarations: ['declare', '-p'],
  functions: ['declare', '-F'],
  options: ['set', '+o'],
  shopts: ['shopt', '-p'],
} as const;
export type Said = keyof typeof SAID;

/** Variables that belong to the moment, not to the shell. */
const MOMENTARY = new Set([
  '?',
  '_',
  '-',
  '!',
  '$',
  'SHELLOPTS',
  'BASHOPTS',
  'PIPESTATUS',
  'LINENO',
  'OPTIND',
  COMMAND_WORDS,
]);

/**
 * Statements that put down what the shell would otherwise forget.
 * @param restoresStatus whether the status before them stands after them, or zero.
 */
export function keeping(root: string, restoresStatus = true): readonly StatementNode[] {
  const said = Object.entries(SAID).map(([name, [command, flag]]) =>
    statement(
      group(
        [statement(simpleCommand(command, word(flag)))],
        [redirection(1, word(`${root}kept/${name}`)), redirection(2, word('/dev/null'))],
      ),
    ),
  );
  const kept = [statement(simpleCommand(KEEP_COMMAND, word(LAST_STATUS))), ...said];
  return restoresStatus ? [...kept, statement(simpleCommand(KEEP_COMMAND))] : kept;
}

/** Keeps the state before every `exit` that leaves the shell itself. */
export function keepBeforeExit(script: ScriptNode, root: string): ScriptNode {
  return mapCommands(script, (command, place) => {
    if (place === 'copy' || command.type !== 'SimpleCommand' || literalText(command.name) !== 'exit')
      return command;
    return group([...keeping(root, command.args.length === 0), statement(command)]);
  });
}

export interface Variables {
  readonly env: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
}

/** Parts all variables of the shell into exported ones and others. */
export function partVariables(
  all: ReadonlyMap<string, string>,
  exported: Readonly<Record<string, string>>,
): Variables {
  const kept = [...all].filter(([name]) => !MOMENTARY.has(name));
  return {
    env: Object.fromEntries(kept.filter(([name]) => Object.hasOwn(exported, name))),
    variables: Object.fromEntries(kept.filter(([name]) => !Object.hasOwn(exported, name))),
  };
}

/** Lines of `declare -p` that say more than a value: arrays whole, other attributes without the value. */
export function declarationLines(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [, flags, rest] = /^declare -(\S+) (.*)$/s.exec(line) ?? [];
    const name = /^\w+/.exec(rest ?? '')?.[0];
    if (flags === undefined || name === undefined || MOMENTARY.has(name)) return [];
    if (/[aA]/.test(flags)) return arrayLines(flags, name, line);
    const attributes = flags.replace(/[-x]/g, '');
    return attributes === '' ? [] : [`declare -${attributes} ${name}`];
  });
}

/**
 * An array as one assignment for each element: the library splits a quoted element with blanks in it when
 * all stand in one declaration.
 */
function arrayLines(flags: string, name: string, line: string): readonly string[] {
  const quoted = String.raw`\$'(?:\\.|[^'\\])*'|'[^']*'|"(?:\\.|[^"\\])*"`;
  const element = new RegExp(String.raw`\[(${quoted}|[^\]]*)\]=(${quoted}|[^\s)]*)`, 'g');
  const elements = [...line.matchAll(element)].map(([, key, value]) => `${name}[${key}]=${value}`);
  return [`declare -${flags.replace(/[-x]/g, '')} ${name}`, ...elements];
}

export function functionNames(text: string): readonly string[] {
  return [...text.matchAll(/^declare -f (\S+)$/gm)].map((found) => found[1] as string);
}

export function optionNames(text: string): readonly string[] {
  return [...text.matchAll(/^set -o (\S+)$/gm)].map((found) => found[1] as string);
}

export function shoptNames(text: string): readonly string[] {
  return [...text.matchAll(/^shopt -s (\S+)$/gm)].map((found) => found[1] as string);
}
