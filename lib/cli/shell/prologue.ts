import { Bash } from 'just-bash/browser';
import { definitionIn } from './functions';
import { parseScript } from './parse-script';
import type { ShellSnapshot, StoredFile } from './snapshot';
import { statementTexts } from './source-text';
import type { FunctionNode, ScriptNode } from './syntax';

/** Statements that bring back what the library forgets between cells. */
export function prologue({
  functions,
  declarations,
  shopts,
  options,
  lastStatus,
}: ShellSnapshot): ScriptNode {
  const lines = [
    ...Object.values(functions),
    ...declarations,
    ...shopts.map((name) => `shopt -s ${name}`),
    ...options.map((name) => `set -o ${name}`),
    // Under errexit a failure on the left of && ends nothing, and its status stands.
    `(exit ${lastStatus}) && :`,
  ];
  return { type: 'Script', statements: lines.flatMap((line) => parsedOrNothing(line)) };
}

type Statements = ScriptNode['statements'];

const CACHED_TEXTS = 500;
const parsed = new Map<string, Statements>();

/** Parses a piece; one that the library printed wrongly is lost alone. Most pieces come back cell after cell. */
function parsedOrNothing(text: string): Statements {
  const known = parsed.get(text);
  if (known) return known;
  if (parsed.size >= CACHED_TEXTS) parsed.clear();
  const statements = tryToParse(text);
  parsed.set(text, statements);
  return statements;
}

function tryToParse(text: string): Statements {
  try {
    return parseScript(text).statements;
  } catch {
    return [];
  }
}

/** The text of a function that stands within another statement, where the library can print it. */
export function printed(node: FunctionNode): string | undefined {
  const printer = new Bash({ defenseInDepth: false });
  const script: ScriptNode = {
    type: 'Script',
    statements: [
      {
        type: 'Statement',
        pipelines: [{ type: 'Pipeline', commands: [node], negated: false }],
        operators: [],
        background: false,
      },
    ],
  };
  printer.registerTransformPlugin({ name: 'print', transform: () => ({ ast: script }) });
  const text = printer.transform(':').script;
  return parsedOrNothing(text).length > 0 ? text : undefined;
}

/** The text of a function that came out of a file by `source`, which the cell does not see. */
export function definedInFile(name: string, files: Readonly<Record<string, StoredFile>>): string | undefined {
  for (const file of Object.values(files)) {
    if (file.kind !== 'text' || !file.text.includes(name)) continue;
    const found = definitionOf(name, file.text);
    if (found !== undefined) return found;
  }
  return undefined;
}

function definitionOf(name: string, text: string): string | undefined {
  try {
    const { statements } = parseScript(text);
    const at = statements.findLastIndex((node) => definitionIn(node)?.name === name);
    return at < 0 ? undefined : statementTexts(text, statements)[at];
  } catch {
    return undefined;
  }
}
