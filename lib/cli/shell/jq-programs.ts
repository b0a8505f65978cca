import { endAt, match, pathAt, wordAt } from './jq-reading';
import { assignmentTo, deletionOf } from './jq-updates';

const OPERATOR = /\s*(?:=(?!=)|[|+\-*/%]=|\/\/=)/y;
/** Where the value of an assignment ends. */
const AFTER_VALUE = /^([|,;)\]}]|then|elif|else|end|as)$/;
const STEPS = /(?:\.[A-Za-z_]\w*|\.?"[^"]*"|\.?\[[^\]]*\])*/y;

/**
 * A jq program that does with the library's jq what it says. The library sets nothing under a member that is not there,
 * `{} | .a.b = 1` is `{"a":null}`; where a target is more than a plain path it writes and deletes elsewhere or nothing:
 * `(.Statement[] | select(.Sid == "a")).Effect = "Deny"`, `del(.Statement[] | select(.Sid == "a"))`.
 */
export function mendedProgram(program: string): string {
  let out = '';
  for (let at = 0; at < program.length; ) {
    const piece = deletionAt(program, at) ?? assignmentAt(program, at, out) ?? plainAt(program, at);
    out += piece.text;
    at = piece.end;
  }
  return out;
}

interface Piece {
  readonly text: string;
  /** Where the program goes on. */
  readonly end: number;
}

function plainAt(program: string, at: number): Piece {
  const text = wordAt(program, at) ?? pathAt(program, at)?.text ?? (program[at] as string);
  return { text, end: at + text.length };
}

function deletionAt(program: string, at: number): Piece | undefined {
  const [call] = wordAt(program, at) === 'del' ? (/^del\s*\(/.exec(program.slice(at)) ?? []) : [];
  if (call === undefined) return undefined;
  const from = at + call.length;
  const end = endAt(program, from, /^\)$/);
  const text = deletionOf(program.slice(from, end));
  return text === undefined ? undefined : { text, end: end + 1 };
}

/** @param before what stands to the left: a target follows no value. */
function assignmentAt(program: string, at: number, before: string): Piece | undefined {
  if (/[\w)\]"?]$/.test(before) && !/\b(then|else|elif|and|or|as)$/.test(before)) return undefined;
  const target = targetAt(program, at);
  const operator = target === undefined ? undefined : match(OPERATOR, program, at + target.length);
  if (target === undefined || operator === undefined) return undefined;
  const from = at + target.length + operator.length;
  const end = endAt(program, from, AFTER_VALUE);
  const text = assignmentTo(target, operator.trim(), mendedProgram(program.slice(from, end)));
  return text === undefined ? undefined : { text, end };
}

/** A path, or something in parentheses with the path that follows it. */
function targetAt(program: string, at: number): string | undefined {
  if (program[at] !== '(') return pathAt(program, at)?.text;
  const end = endAt(program, at + 1, /^\)$/) + 1;
  return program.slice(at, end) + (match(STEPS, program, end) ?? '');
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

/** The arguments of jq with its program mended. */
export function withMendedProgram(args: readonly string[]): string[] {
  let at = 0;
  for (let word = args[at]; word?.startsWith('-') && word !== '-'; word = args[at]) {
    if (word === '-f' || word === '--from-file') return [...args];
    at += 1 + (VALUES[word] ?? 0);
    if (word === '--') break;
  }
  return args.map((arg, place) => (place === at ? mendedProgram(arg) : arg));
}
