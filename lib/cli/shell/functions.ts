import {
  type CommandNode,
  type FunctionNode,
  group,
  mapCommands,
  redirection,
  type ScriptNode,
  type StatementNode,
  statement,
  word,
} from './syntax';

/**
 * Notes which definition of a function was carried out: each is wrapped so that it opens a hidden file
 * named by its number. The library forgets functions between cells and cannot print them.
 */
export class FunctionLedger {
  private readonly texts: string[] = [];
  private readonly names: string[] = [];
  private readonly defined = new Map<string, string>();
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** @param textOf the text of a definition; undefined where it is not known. */
  watch(script: ScriptNode, textOf: (node: FunctionNode) => string | undefined): ScriptNode {
    return mapCommands(script, (command, _, original) => {
      if (command.type !== 'FunctionDef' || original.type !== 'FunctionDef') return command;
      const text = textOf(original);
      return text === undefined ? command : this.wrapped(command, text);
    });
  }

  /** A hidden file was opened: the definition of this number was carried out. */
  opened(number: number): void {
    const name = this.names[number];
    if (name !== undefined) this.defined.set(name, this.texts[number] as string);
  }

  /** The definition of this name that was carried out last, if one was. */
  textOf(name: string): string | undefined {
    return this.defined.get(name);
  }

  /** Texts of the functions of these names; `otherwise` finds what was defined out of sight. */
  textsOf(
    names: readonly string[],
    otherwise: (name: string) => string | undefined,
  ): Readonly<Record<string, string>> {
    const found = names.map((name) => [name, this.defined.get(name) ?? otherwise(name)] as const);
    return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== undefined));
  }

  private wrapped(command: FunctionNode, text: string): CommandNode {
    const number = this.texts.push(text) - 1;
    this.names.push(command.name);
    return group([statement(command)], [redirection(1, word(`${this.root}function/${number}`))]);
  }
}

/** The function a statement defines, where it does nothing else. */
export function definitionIn({ pipelines }: StatementNode): FunctionNode | undefined {
  const command =
    pipelines.length === 1 && pipelines[0]?.commands.length === 1 ? pipelines[0].commands[0] : undefined;
  return command?.type === 'FunctionDef' ? command : undefined;
}
