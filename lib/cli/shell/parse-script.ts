import { Bash } from 'just-bash/browser';
import type { ScriptNode } from './syntax';

let parser: Bash | undefined;

/** A shell that parses and prints, and runs nothing. */
function parserShell(): Bash {
  parser ??= new Bash({ defenseInDepth: false });
  return parser;
}

/** @throws the library's error where the text does not parse. */
export function parseScript(text: string): ScriptNode {
  return parserShell().transform(text).ast;
}

/** A source parted where it ceases to parse. */
export interface Parted {
  /** Whole lines that parse; empty where the first ones do not. */
  readonly good: string;
  readonly bad: string;
  /** What is wrong with the rest; absent where nothing is. */
  readonly fault?: string;
}

/** As a shell that reads line by line: what stands before a mistake is run, what stands after it is not. */
export function partedAtFault(source: string): Parted {
  const fault = faultIn(source);
  if (fault === undefined) return { good: source, bad: '' };
  const lines = source.split('\n');
  for (let count = lines.length - 1; count > 0; count--) {
    const good = lines.slice(0, count).join('\n');
    if (faultIn(good) === undefined) return { good, bad: lines.slice(count).join('\n'), fault };
  }
  return { good: '', bad: source, fault };
}

function faultIn(source: string): string | undefined {
  try {
    parseScript(source);
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return inBashWords(said.replace(/^Parse error at \d+:\d+: /, '').replace(/^line \d+: /, ''));
  }
}

function inBashWords(fault: string): string {
  if (/^Expected .* got EOF$/.test(fault)) return 'syntax error: unexpected end of file';
  return /^(syntax error|unexpected EOF)/.test(fault) ? fault : `syntax error: ${fault}`;
}
