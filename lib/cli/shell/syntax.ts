import type { Bash } from 'just-bash/browser';

/** The shell library does not name these types; its transform API is made of them. */
export type ScriptNode = ReturnType<Bash['transform']>['ast'];
export type StatementNode = ScriptNode['statements'][number];
type PipelineNode = StatementNode['pipelines'][number];
export type CommandNode = PipelineNode['commands'][number];
export type FunctionNode = Extract<CommandNode, { type: 'FunctionDef' }>;
type GroupNode = Extract<CommandNode, { type: 'Group' }>;
type RedirectionNode = GroupNode['redirections'][number];
export type WordNode = NonNullable<Extract<CommandNode, { type: 'SimpleCommand' }>['name']>;
type WordPart = WordNode['parts'][number];

/** The status of the command before, as a part of a word. */
export const LAST_STATUS: WordPart = { type: 'ParameterExpansion', parameter: '?', operation: null };

export function word(...parts: readonly (string | WordPart)[]): WordNode {
  return {
    type: 'Word',
    parts: parts.map((part) => (typeof part === 'string' ? { type: 'Literal', value: part } : part)),
  };
}

export function simpleCommand(name: string, ...args: readonly WordNode[]): CommandNode {
  return { type: 'SimpleCommand', name: word(name), args: [...args], assignments: [], redirections: [] };
}

export function statement(...commands: readonly CommandNode[]): StatementNode {
  return {
    type: 'Statement',
    pipelines: [{ type: 'Pipeline', commands: [...commands], negated: false }],
    operators: [],
    background: false,
  };
}

/** `{ body; }` with redirections, which runs in the shell itself. */
export function group(
  body: readonly StatementNode[],
  redirections: readonly RedirectionNode[] = [],
): CommandNode {
  return { type: 'Group', body: [...body], redirections: [...redirections] };
}

/** `fd>|target`: writes over a file whatever `noclobber` says. */
export function redirection(fd: number, target: WordNode): RedirectionNode {
  return { type: 'Redirection', fd, operator: '>|', target };
}

/** The text of a word that is written out; undefined where something has to be expanded. */
export function literalText(node: WordNode | null): string | undefined {
  const part = node?.parts[0];
  return node?.parts.length === 1 && part?.type === 'Literal' ? part.value : undefined;
}

/** Whether a command runs in the shell itself or in a copy of it whose variables are forgotten. */
export type Place = 'shell' | 'copy';

/** Makes another command of one whose own parts are done; `original` is the command as it was. */
export type Replace = (command: CommandNode, place: Place, original: CommandNode) => CommandNode;

/**
 * The same tree with every command, however deep, replaced by what `replace` makes of it (innermost
 * first). Words are walked too: commands stand in substitutions.
 */
export function mapCommands<T>(node: T, replace: Replace, place: Place = 'shell'): T {
  if (Array.isArray(node)) return node.map((item: unknown) => mapCommands(item, replace, place)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const here = isCopy(node) ? 'copy' : place;
  const entries = Object.entries(node).map(
    ([key, value]) => [key, mapCommands(value, replace, here)] as const,
  );
  const mapped = Object.fromEntries(entries) as T;
  const before = node as Partial<PipelineNode>;
  const after = mapped as Partial<PipelineNode>;
  if (before.type !== 'Pipeline' || !before.commands || !after.commands) return mapped;
  const originals = before.commands;
  const commands = after.commands.map((command, at) => replace(command, here, originals[at] as CommandNode));
  return { ...mapped, commands };
}

/** The same tree with every statement, however deep, replaced by what `replace` makes of it (innermost first). */
export function mapStatements<T>(node: T, replace: (statement: StatementNode) => StatementNode): T {
  if (Array.isArray(node)) return node.map((item: unknown) => mapStatements(item, replace)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, mapStatements(value, replace)] as const);
  const mapped = Object.fromEntries(entries) as T;
  return (node as Partial<StatementNode>).type === 'Statement'
    ? (replace(mapped as StatementNode) as T)
    : mapped;
}

/** Subshells, substitutions, the parts of a longer pipeline and background jobs have their own variables. */
function isCopy(node: object): boolean {
  const { type, commands, background } = node as {
    type?: string;
    commands?: readonly unknown[];
    background?: boolean;
  };
  if (type === 'Subshell' || type === 'CommandSubstitution' || type === 'ProcessSubstitution') return true;
  return (
    (type === 'Pipeline' && (commands?.length ?? 0) > 1) || (type === 'Statement' && background === true)
  );
}
