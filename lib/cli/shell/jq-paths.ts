/*
 * The library's jq sets nothing under a member that is not there: `{} | .a.b = 1` is `{"a":null}`. So before such an
 * assignment every missing container of its path is made.
 */

type Step = { readonly text: string } & (
  | { readonly kind: 'key' | 'index' | 'each' }
  /** A variable: what it holds says which container it wants. */
  | { readonly kind: 'variable'; readonly name: string }
);

const KEY = String.raw`\.[A-Za-z_]\w*`;
const STRING = String.raw`"(?:[^"\\]|\\[^(])*"`;
const BRACKET = String.raw`\.?\[\s*(?:${STRING}|-?\d+|\$[A-Za-z_]\w*)?\s*\]`;
const STEP = new RegExp(`${KEY}|\\.${STRING}|${BRACKET}`, 'y');
const OPERATOR = /\s*(?:=(?!=)|[|+\-*/%]=|\/\/=)/y;
const SKIPPED = new RegExp(`${STRING}|#[^\\n]*|[$@]?[A-Za-z_]\\w*(?:::\\w+)*|\\d[\\d.]*`, 'y');

/** A jq program whose assignments make what their paths lead through. */
export function withWholePaths(program: string): string {
  let out = '';
  for (let at = 0; at < program.length; ) {
    const skipped = match(SKIPPED, program, at);
    const path = skipped === undefined && !/[\w)\]"?]$/.test(out) ? pathAt(program, at) : undefined;
    const operator = path && match(OPERATOR, program, at + path.text.length);
    if (path && operator !== undefined) {
      const from = at + path.text.length + operator.length;
      const to = endOfValue(program, from);
      const value = withWholePaths(program.slice(from, to));
      out += `(${filling(path.steps)} | ${assignment(path.text, operator.trim(), value)})`;
      at = to;
    } else {
      const text = skipped ?? path?.text ?? (program[at] as string);
      out += text;
      at += text.length;
    }
  }
  return out;
}

/** The library's `//=` leaves null where nothing stands. */
function assignment(path: string, operator: string, value: string): string {
  if (operator === '//=' && !/\[\s*\]/.test(path)) return `${path} = (${path} // (${value}))`;
  return `${path} ${operator} ${value}`;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function pathAt(program: string, from: number): { text: string; steps: Step[] } | undefined {
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

/** A filter that makes each container on the way to the last step, where nothing stands. */
function filling(steps: readonly Step[]): string {
  const made: string[] = [];
  let path = '';
  for (const [at, step] of steps.entries()) {
    if (step.kind === 'each') {
      const rest = filling(steps.slice(at + 1));
      return [...made, at + 1 < steps.length ? `${path || '.'}[] |= (${rest})` : '.'].join(' | ');
    }
    const place = path || '.';
    made.push(`if ${place} == null then ${path === '' ? '' : `${place} = `}${containerOf(step)} else . end`);
    path += path === '' && step.text.startsWith('[') ? `.${step.text}` : step.text;
  }
  return made.length === 0 ? '.' : made.join(' | ');
}

function containerOf(step: Step): string {
  if (step.kind === 'variable') return `(if (${step.name} | type) == "number" then [] else {} end)`;
  return step.kind === 'index' ? '[]' : '{}';
}

/** Where the value of an assignment ends: at the next pipe, comma, or end of what surrounds it. */
function endOfValue(program: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < program.length) {
    const skipped = match(SKIPPED, program, at);
    const text = skipped ?? (program[at] as string);
    if (/^(if|\(|\[|\{)$/.test(text)) depth += 1;
    else if (/^(end|\)|\]|\})$/.test(text)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (depth === 0 && /^(\||,|;|then|elif|else|as)$/.test(text)) return at;
    at += text.length;
  }
  return at;
}

/** Options of jq and how many words follow each. */
const VALUES: Readonly<Record<string, number>> = {
  '--arg': 2,
  '--argjson': 2,
  '--slurpfile': 2,
  '--rawfile': 2,
  '--indent': 1,
  '-L': 1,
};

/** The arguments of jq with its program made whole. */
export function withWholeProgram(args: readonly string[]): string[] {
  let at = 0;
  for (let word = args[at]; word?.startsWith('-') && word !== '-'; word = args[at]) {
    if (word === '-f' || word === '--from-file') return [...args];
    at += 1 + (VALUES[word] ?? 0);
    if (word === '--') break;
  }
  return args.map((arg, place) => (place === at ? withWholePaths(arg) : arg));
}
