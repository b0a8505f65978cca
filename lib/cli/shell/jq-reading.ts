/** One step down a path of jq: `.Statement`, `["a b"]`, `[0]`, `[]`. */
export type Step = { readonly text: string } & (
  | { readonly kind: 'key' | 'index' | 'each' }
  /** A variable: what it holds says which container it wants. */
  | { readonly kind: 'variable'; readonly name: string }
);

const KEY = String.raw`\.[A-Za-z_]\w*`;
const STRING = String.raw`"(?:[^"\\]|\\[^(])*"`;
const BRACKET = String.raw`\.?\[\s*(?:${STRING}|-?\d+|\$[A-Za-z_]\w*)?\s*\]`;
const STEP = new RegExp(`${KEY}|\\.${STRING}|${BRACKET}`, 'y');
const TEXT = String.raw`"(?:[^"\\]|\\.)*"`;
const WORD = new RegExp(`${TEXT}|#[^\\n]*|[$@]?[A-Za-z_]\\w*(?:::\\w+)*|\\d[\\d.]*`, 'y');

export function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The text, comment, name or number that begins here; none of them is looked into. */
export function wordAt(program: string, at: number): string | undefined {
  return match(WORD, program, at);
}

export function pathAt(program: string, from: number): { text: string; steps: Step[] } | undefined {
  if (program[from] !== '.') return undefined;
  const steps: Step[] = [];
  let at = from;
  for (let text = match(STEP, program, at); text !== undefined; text = match(STEP, program, at)) {
    steps.push(stepOf(text));
    at += text.length;
  }
  return steps.length === 0 ? undefined : { text: program.slice(from, at), steps };
}

function stepOf(text: string): Step {
  const inside = /^\.?\[\s*(.*?)\s*\]$/s.exec(text)?.[1];
  if (inside === undefined || inside.startsWith('"')) return { text, kind: 'key' };
  if (inside === '') return { text, kind: 'each' };
  return inside.startsWith('$') ? { text, kind: 'variable', name: inside } : { text, kind: 'index' };
}

/** The steps as one path. */
export function pathText(steps: readonly Step[]): string {
  const text = steps.map((step) => step.text).join('');
  return text.startsWith('.') ? text : `.${text}`;
}

/** Where what is open at a place ends: the first of the marks that stands in no bracket and no `if` of its own. */
export function endAt(program: string, from: number, marks: RegExp): number {
  let depth = 0;
  let at = from;
  while (at < program.length) {
    const text = wordAt(program, at) ?? (program[at] as string);
    if (depth === 0 && marks.test(text)) return at;
    if (/^(if|[([{])$/.test(text)) depth += 1;
    else if (/^(end|[)\]}])$/.test(text)) depth -= 1;
    at += text.length;
  }
  return at;
}

/** The parts of a program between the marks that stand in no bracket. */
export function splitTop(program: string, mark: ',' | '|'): readonly string[] {
  const marks = mark === ',' ? /^,$/ : /^\|$/;
  const parts: string[] = [];
  for (let from = 0; from <= program.length; ) {
    const to = endAt(program, from, marks);
    parts.push(program.slice(from, to));
    from = to + 1;
  }
  return parts;
}
