import { type CommandNode, literalText, mapCommands, type ScriptNode, type WordNode } from './syntax';

type WordPart = WordNode['parts'][number];
type SimpleCommand = Extract<CommandNode, { type: 'SimpleCommand' }>;

/** To these `name={a,b}` is an assignment, and braces in assignments stay as they are. */
const DECLARING: readonly (string | undefined)[] = ['declare', 'export', 'local', 'readonly', 'typeset'];

/**
 * An argument `Name={a=1,b=2}` is two arguments, `Name=a=1` and `Name=b=2`: unquoted, AWS's shorthand comes apart. The
 * library takes all that looks like an assignment for one.
 */
export function withBracedArguments(script: ScriptNode): ScriptNode {
  return mapCommands(script, (command) => {
    if (command.type !== 'SimpleCommand' || DECLARING.includes(literalText(command.name))) return command;
    return { ...command, args: command.args.map(braced) } satisfies SimpleCommand;
  });
}

function braced(word: WordNode): WordNode {
  const [first] = word.parts;
  const isAssignment = first?.type === 'Literal' && /^[A-Za-z_]\w*\+?=/.test(first.value);
  return isAssignment ? { ...word, parts: bracedParts(word.parts) } : word;
}

interface Split {
  readonly before: readonly WordPart[];
  readonly items: readonly (readonly WordPart[])[];
  readonly after: readonly WordPart[];
}

function bracedParts(parts: readonly WordPart[]): WordPart[] {
  const split = splitAtBraces(characters(parts));
  if (!split) return [...parts];
  const items = split.items.map((item) => ({
    type: 'Word' as const,
    word: { type: 'Word' as const, parts: bracedParts(item) },
  }));
  return [...split.before, { type: 'BraceExpansion', items }, ...bracedParts(split.after)];
}

/** Literal text as one part for each character, so that marks can be told from what is quoted. */
function characters(parts: readonly WordPart[]): readonly WordPart[] {
  return parts.flatMap((part): readonly WordPart[] =>
    part.type === 'Literal' ? [...part.value].map((value) => ({ ...part, value })) : [part],
  );
}

function splitAtBraces(parts: readonly WordPart[]): Split | undefined {
  for (let from = 0; from < parts.length; from++) {
    if (markOf(parts[from]) !== '{') continue;
    const marks = [from];
    let depth = 0;
    for (let at = from; at < parts.length; at++) {
      const mark = markOf(parts[at]);
      if (mark === '{') depth += 1;
      else if (mark === '}') depth -= 1;
      if (depth === 1 && mark === ',') marks.push(at);
      if (depth > 0) continue;
      const items = marks.map((start, i) => joined(parts.slice(start + 1, marks[i + 1] ?? at)));
      if (items.length < 2) break;
      return { before: joined(parts.slice(0, from)), items, after: joined(parts.slice(at + 1)) };
    }
  }
  return undefined;
}

function markOf(part: WordPart | undefined): string | undefined {
  return part?.type === 'Literal' ? part.value : undefined;
}

/** Neighbouring characters as one literal again. */
function joined(parts: readonly WordPart[]): readonly WordPart[] {
  const whole: WordPart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (part.type === 'Literal' && last?.type === 'Literal') {
      whole[whole.length - 1] = { ...last, value: last.value + part.value };
    } else whole.push(part);
  }
  return whole;
}
