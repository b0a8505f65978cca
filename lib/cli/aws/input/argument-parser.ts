import { usageError } from '../errors';
import { closeMatches } from './close-matches';

/**
 * The CLI's command lines follow the manners of Python's argparse: options may be shortened to a
 * unique beginning, `--x=y` equals `--x y`, and what is not understood is handed to the next parser.
 */
export interface Option {
  /** With its hyphens: `--key-id`. */
  readonly flag: string;
  /** Where the value goes; `--x` and `--no-x` share one. */
  readonly dest: string;
  readonly takes: 'nothing' | 'one' | 'at most one' | 'any';
  /** What stands for the value of an option that takes nothing, or was given none. */
  readonly implied?: unknown;
  readonly choices?: readonly string[] | undefined;
  readonly required?: boolean | undefined;
  /** Numbers that are read while parsing. */
  readonly number?: 'int' | 'float' | undefined;
}

export interface Positional {
  readonly name: string;
  readonly required: boolean;
  readonly choices?: readonly string[] | undefined;
}

export interface Parsed {
  readonly values: ReadonlyMap<string, unknown>;
  /** What belongs to nobody here, in order. */
  readonly rest: readonly string[];
}

interface Match {
  readonly option: Option | undefined;
  readonly text: string;
  readonly explicit: string | undefined;
}

export function parseArguments(
  argv: readonly string[],
  options: readonly Option[],
  positionals: readonly Positional[],
): Parsed {
  return new Parsing(argv, options, positionals).run();
}

class Parsing {
  private readonly matches = new Map<number, Match>();
  private readonly values = new Map<string, unknown>();
  private readonly seen = new Set<string>();
  private readonly rest: string[] = [];
  private readonly words: readonly string[];
  private waiting: readonly Positional[];

  private readonly options: readonly Option[];
  private readonly positionals: readonly Positional[];

  constructor(argv: readonly string[], options: readonly Option[], positionals: readonly Positional[]) {
    this.options = options;
    this.positionals = positionals;
    this.waiting = positionals;
    const end = argv.indexOf('--');
    const optionsEnd = end < 0 ? argv.length : end;
    this.words = end < 0 ? argv : [...argv.slice(0, end), ...argv.slice(end + 1)];
    for (let i = 0; i < optionsEnd; i++) {
      const match = this.classify(argv[i] as string);
      if (match) this.matches.set(i, match);
    }
  }

  run(): Parsed {
    const last = Math.max(-1, ...this.matches.keys());
    let at = 0;
    while (at <= last) {
      const next = this.nextOption(at);
      if (at !== next) {
        const end = this.takePositionals(at);
        if (end > at) {
          at = end;
          continue;
        }
      }
      this.rest.push(...this.words.slice(at, next));
      at = this.takeOption(next);
    }
    const end = this.takePositionals(at);
    this.rest.push(...this.words.slice(end));
    this.checkRequired();
    return { values: this.values, rest: this.rest };
  }

  private classify(word: string): Match | undefined {
    if (!word.startsWith('-') || word === '-') return undefined;
    const exact = this.option(word);
    if (exact) return { option: exact, text: word, explicit: undefined };
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const explicit = equals < 0 ? undefined : word.slice(equals + 1);
    const whole = equals < 0 ? undefined : this.option(name);
    if (whole) return { option: whole, text: name, explicit };
    const begun = name.startsWith('--') ? this.options.filter((option) => option.flag.startsWith(name)) : [];
    if (begun.length > 1) {
      throw usageError(
        `ambiguous option: ${word} could match ${begun.map((option) => option.flag).join(', ')}`,
      );
    }
    if (begun[0]) return { option: begun[0], text: name, explicit };
    if (/^-\d+$|^-\d*\.\d+$/.test(word) || word.includes(' ')) return undefined;
    return { option: undefined, text: word, explicit: undefined };
  }

  private option(flag: string): Option | undefined {
    return this.options.find((option) => option.flag === flag);
  }

  private nextOption(at: number): number {
    let next = at;
    while (!this.matches.has(next)) next += 1;
    return next;
  }

  /** How many plain words stand from here on. */
  private plainFrom(at: number): number {
    let end = at;
    while (end < this.words.length && !this.matches.has(end)) end += 1;
    return end - at;
  }

  private takePositionals(at: number): number {
    const plain = this.plainFrom(at);
    let used = 0;
    let count = 0;
    for (const positional of this.waiting) {
      if (used < plain) {
        this.store(
          positional.name,
          this.chosen(positional.name, this.words[at + used] as string, positional.choices),
        );
        used += 1;
      } else if (positional.required) break;
      this.seen.add(positional.name);
      count += 1;
    }
    this.waiting = this.waiting.slice(count);
    return at + used;
  }

  private takeOption(at: number): number {
    const { option, explicit } = this.matches.get(at) as Match;
    if (!option) {
      this.rest.push(this.words[at] as string);
      return at + 1;
    }
    this.seen.add(option.dest);
    if (option.takes === 'nothing') {
      if (explicit !== undefined) {
        throw usageError(`argument ${option.flag}: ignored explicit argument '${explicit}'`);
      }
      this.store(option.dest, option.implied);
      return at + 1;
    }
    const given = explicit === undefined ? this.given(option, at + 1) : [explicit];
    const words = given.map((word) => this.converted(option, word));
    if (option.takes === 'any') this.store(option.dest, words);
    else this.store(option.dest, words.length === 0 ? option.implied : words[0]);
    return explicit === undefined ? at + 1 + given.length : at + 1;
  }

  private given(option: Option, at: number): readonly string[] {
    const plain = this.plainFrom(at);
    if (option.takes === 'one' && plain === 0)
      throw usageError(`argument ${option.flag}: expected one argument`);
    return this.words.slice(at, at + (option.takes === 'any' ? plain : Math.min(1, plain)));
  }

  private converted(option: Option, word: string): unknown {
    const number =
      option.number === 'int' ? pythonInt(word) : option.number === 'float' ? pythonFloat(word) : word;
    if (number === undefined) {
      throw usageError(`argument ${option.flag}: invalid ${option.number} value: '${word}'`);
    }
    return option.choices ? this.chosen(option.flag, word, option.choices) : number;
  }

  private chosen(name: string, word: string, choices: readonly string[] | undefined): string {
    if (choices && !choices.includes(word))
      throw usageError(`argument ${name}: ${invalidChoice(word, choices)}`);
    return word;
  }

  private store(dest: string, value: unknown): void {
    this.values.set(dest, value);
  }

  private checkRequired(): void {
    const missing = [
      ...this.options
        .filter((option) => option.required && !this.seen.has(option.dest))
        .map((option) => option.flag),
      ...this.positionals.filter((one) => one.required && !this.seen.has(one.name)).map((one) => one.name),
    ];
    if (missing.length > 0) throw usageError(`the following arguments are required: ${missing.join(', ')}`);
  }
}

/** Python's `int(text)`. */
export function pythonInt(text: string): number | undefined {
  return /^\s*[+-]?\d+(_\d+)*\s*$/.test(text) ? Number(text.replaceAll('_', '')) : undefined;
}

/** Python's `float(text)`. */
export function pythonFloat(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  if (/^[+-]?(nan|inf|infinity)$/.test(word)) {
    if (word.endsWith('nan')) return Number.NaN;
    return word.startsWith('-') ? -Infinity : Infinity;
  }
  const digits = /^[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)(e[+-]?\d+)?$/;
  return digits.test(word) ? Number(word.replaceAll('_', '')) : undefined;
}

function invalidChoice(word: string, choices: readonly string[]): string {
  const lines = ['Invalid choice, valid choices are:\n'];
  for (let i = 0; i < choices.length; i += 2) {
    lines.push(
      choices
        .slice(i, i + 2)
        .map((choice) => choice.padEnd(40))
        .join(' | '),
    );
  }
  const close = closeMatches(word, choices);
  if (close.length > 0) {
    lines.push(
      `\n\nInvalid choice: '${word}', maybe you meant:\n`,
      ...close.map((choice) => `  * ${choice}`),
    );
  }
  return lines.join('\n');
}
