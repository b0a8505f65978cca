import { CliError } from '../aws/errors';

/** What stands behind each flag of a line; `true` for one that takes nothing. */
export interface Line {
  readonly positionals: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

export interface LineForm {
  /** For messages: `orders put`. */
  readonly of: string;
  /** Flags that take a value, with what that is: `{ '--id': 'ID' }`. */
  readonly values: Readonly<Record<string, string>>;
  readonly switches?: readonly string[];
  readonly positionals?: number;
}

/** @throws CliError that names the flag, what was expected and what was found. */
export function readLine(
  words: readonly string[],
  { of, values, switches = [], positionals = 0 }: LineForm,
): Line {
  const flags = new Map<string, string>();
  const found: string[] = [];
  const on = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const [flag = '', joined] = split(words[at] as string);
    if (!flag.startsWith('--')) found.push(flag);
    else if (switches.includes(flag)) on.add(flag);
    else if (!Object.hasOwn(values, flag)) throw unknownFlag(of, flag, [...Object.keys(values), ...switches]);
    else {
      const value = joined ?? words[++at];
      if (value === undefined || value.startsWith('--')) {
        throw programError(
          `${of}: expected ${flag} ${values[flag]}, found ${value ?? 'nothing'} after ${flag}.`,
        );
      }
      flags.set(flag, value);
    }
  }
  if (found.length > positionals) {
    throw programError(`${of}: expected no more words, found ${found.slice(positionals).join(' ')}.`);
  }
  return { positionals: found, flags, switches: on };
}

function split(word: string): readonly [string, string | undefined] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function unknownFlag(of: string, flag: string, known: readonly string[]): CliError {
  return programError(`${of}: expected one of ${known.join(', ')}, found ${flag}.`);
}

/** @throws CliError where the flag is missing. */
export function needed(line: Line, of: string, flag: string, what: string): string {
  const value = line.flags.get(flag);
  if (value === undefined) throw programError(`${of}: expected ${flag} ${what}, found nothing.`);
  return value;
}

/** A whole number of at least 1, with commas or underscores between its digits as people write them. */
export function wholeNumber(text: string, of: string, flag: string): number {
  const bare = text.replace(/[,_]/g, '');
  const number = Number(bare);
  if (!/^\d+$/.test(bare) || !Number.isSafeInteger(number) || number < 1) {
    throw programError(`${of}: expected ${flag} to be a whole number of at least 1, found ${text}.`);
  }
  return number;
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** `100ms`, `90s`, `10m`, `1h` */
export function milliseconds(text: string, of: string, flag: string): number {
  const [, digits = '', unit = ''] = /^(\d+)(ms|s|m|h)$/.exec(text) ?? [];
  const ms = Number(digits) * (UNITS[unit] ?? Number.NaN);
  if (ms > 0) return ms;
  throw programError(`${of}: expected ${flag} to be a time such as 100ms, 90s, 10m or 1h, found ${text}.`);
}

/** A program says what went wrong and ends with 1. */
export function programError(text: string, stdout = ''): CliError {
  return new CliError(`${text}\n`, 1, stdout);
}
