import { parseScript } from './parse-script';
import {
  type CommandNode,
  group,
  mapCommands,
  type ScriptNode,
  type StatementNode,
  statement,
  type WordNode,
} from './syntax';

/** The array in which the words of a command stand before it is carried out. */
export const COMMAND_WORDS = '__lab_words';

/** Carries out the command that the words name, if there are any. */
const CARRY_OUT = `if [ \${#${COMMAND_WORDS}[@]} -gt 0 ]; then "\${${COMMAND_WORDS}[0]}" "\${${COMMAND_WORDS}[@]:1}"; fi`;

type SimpleCommand = Extract<CommandNode, { type: 'SimpleCommand' }>;
type IfNode = Extract<CommandNode, { type: 'If' }>;

/**
 * A name that expands to several words is a command with arguments: `"$@"`, `"${command[@]}"`, `$AWS`. The library takes
 * it for the one name of a command.
 */
export function withExpandedNames(script: ScriptNode): ScriptNode {
  let carryOut: IfNode | undefined;
  return mapCommands(script, (command) => {
    if (command.type !== 'SimpleCommand' || !command.name || !mayBeSeveral(command.name)) return command;
    carryOut ??= commandIn(parseScript(CARRY_OUT).statements[0]) as IfNode;
    return group([statement(wordsOf(command.name)), statement(carriedOut(command, carryOut))]);
  });
}

function mayBeSeveral({ parts }: WordNode): boolean {
  return parts.some((part) => {
    if (part.type === 'DoubleQuoted') {
      return part.parts.some((inner) => inner.type === 'ParameterExpansion' && isList(inner.parameter));
    }
    return part.type === 'ParameterExpansion' || part.type === 'CommandSubstitution';
  });
}

function isList(parameter: string): boolean {
  return parameter === '@' || parameter.endsWith('[@]');
}

function wordsOf(name: WordNode): CommandNode {
  return {
    type: 'SimpleCommand',
    name: null,
    args: [],
    assignments: [{ type: 'Assignment', name: COMMAND_WORDS, value: null, append: false, array: [name] }],
    redirections: [],
  };
}

function carriedOut(command: SimpleCommand, carryOut: IfNode): CommandNode {
  const { args, assignments, redirections, line } = command;
  const [clause] = carryOut.clauses;
  const { name, args: further } = commandIn(clause?.body[0]) as SimpleCommand;
  const several = { ...command, name, args: [...further, ...args] };
  // Words that come to nothing leave the command to the first argument.
  const [first, ...others] = args;
  const none = first && { type: command.type, name: first, args: others, assignments, redirections, line };
  return {
    ...carryOut,
    clauses: carryOut.clauses.map((one) => ({ ...one, body: [statement(several)] })),
    elseBody: none ? [statement(none)] : null,
  };
}

function commandIn(node: StatementNode | undefined): CommandNode | undefined {
  return node?.pipelines[0]?.commands[0];
}
