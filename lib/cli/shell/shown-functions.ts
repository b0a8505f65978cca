import { functionNames } from './kept-state';
import { HIDDEN } from './lab-files';
import {
  type CommandNode,
  group,
  LAST_STATUS,
  literalText,
  mapCommands,
  redirection,
  type ScriptNode,
  simpleCommand,
  statement,
  type WordNode,
  word,
} from './syntax';

/** Shows what the shell has just said of commands. */
export const SHOW_COMMAND = '__lab_show';
/** The hidden file that it says it to. */
export const ASKED = 'asked';

/**
 * The library knows a function by its tree alone and prints little of that: `type f` leaves out loops, redirections and
 * here-documents, `declare -f` prints none. So both are shown with functions as they were written.
 * differs: bash shows a function in its own layout
 */
export function withShownFunctions(script: ScriptNode): ScriptNode {
  return mapCommands(script, (command) => {
    if (command.type !== 'SimpleCommand' || command.redirections.length > 0) return command;
    const name = literalText(command.name);
    const flag = literalText(command.args[0] ?? null);
    if (name === 'type' && !/^-[tpP]/.test(flag ?? '')) return shown(command, word(LAST_STATUS));
    const isDeclare = (name === 'declare' || name === 'typeset') && flag === '-f';
    return isDeclare ? shown(simpleCommand('declare', word('-F')), ...command.args) : command;
  });
}

function shown(asking: CommandNode, ...how: readonly WordNode[]): CommandNode {
  const asked = group([statement(asking)], [redirection(1, word(`${HIDDEN}${ASKED}`))]);
  return group([statement(asked), statement(simpleCommand(SHOW_COMMAND, ...how))]);
}

/**
 * @param said what `type`, or else `declare -F`, has said
 * @param args the status of `type`; or `-f` and names
 * @param textOf how a function was written
 */
export function shownFunctions(
  said: string,
  [first = '0', ...names]: readonly string[],
  textOf: (name: string) => string | undefined,
): { readonly stdout: string; readonly exitCode: number } {
  if (first !== '-f') {
    const whole = /^(\S+) is a function\n\1 \(\) \n\{ \n[\s\S]*?\n\}$/gm;
    const stdout = said.replace(whole, (printed, name: string) => {
      const text = textOf(name);
      return text === undefined ? printed : `${name} is a function\n${text}`;
    });
    return { stdout, exitCode: Number(first) };
  }
  const known = functionNames(said);
  const wanted = names.length === 0 ? known : names.filter((name) => known.includes(name));
  const texts = wanted.map((name) => textOf(name)).filter((text) => text !== undefined);
  return {
    stdout: texts.map((text) => `${text}\n`).join(''),
    exitCode: wanted.length < names.length ? 1 : 0,
  };
}
