import { notInTheLab, OpensslFailure } from './failure';

/** The options of a subcommand without their dash, and whether a value follows. */
export type OptionKinds = Readonly<Record<string, 'flag' | 'value'>>;

/** Options as OpenSSL reads them: long names behind one dash, up to the first word that has none. */
export class Options {
  private readonly given: readonly (readonly [name: string, value: string])[];
  readonly rest: readonly string[];

  constructor(given: readonly (readonly [string, string])[], rest: readonly string[]) {
    this.given = given;
    this.rest = rest;
  }

  has(...names: readonly string[]): boolean {
    return this.lastOf(names) !== undefined;
  }

  /** The value of an option, the last where it stands twice. */
  value(name: string): string | undefined {
    return this.given.findLast(([given]) => given === name)?.[1];
  }

  /** Which of some options stands last, as that one counts. */
  lastOf(names: readonly string[]): string | undefined {
    return this.given.findLast(([given]) => names.includes(given))?.[0];
  }

  /** `name:value` options that may be given many times, such as -pkeyopt. */
  pairs(name: string): ReadonlyMap<string, string> {
    const values = this.given.filter(([given]) => given === name).map(([, value]) => value);
    return new Map(values.map((value) => value.split(/:(.*)/s).slice(0, 2) as [string, string]));
  }
}

export function readOptions(command: string, args: readonly string[], kinds: OptionKinds): Options {
  const given: [string, string][] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === '--') return new Options(given, args.slice(i + 1));
    if (!/^-./.test(arg)) return new Options(given, args.slice(i));
    const name = arg.replace(/^--?/, '');
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined)
      throw new OpensslFailure(...usage(command, `Unknown option: ${arg}`), takes(command, kinds));
    if (kind === 'value' && i + 1 === args.length)
      throw new OpensslFailure(...usage(command, `Option -${name} needs a value`));
    given.push([name, kind === 'value' ? (args[++i] as string) : '']);
  }
  return new Options(given, []);
}

/** Ends a subcommand that takes no words behind its options. */
export function refuseRest(command: string, { rest }: Options): void {
  if (rest.length > 0) throw new OpensslFailure(...usage(command, `Extra option: "${rest[0]}"`));
}

/** A complaint about how the subcommand was called. */
export function usage(command: string, text: string): string[] {
  return [`${command}: ${text}`, `${command}: Use -help for summary.`];
}

export function takes(command: string, kinds: OptionKinds): string {
  return notInTheLab(
    `${command} takes ${Object.keys(kinds)
      .map((name) => `-${name}`)
      .join(' ')}`,
  );
}

export function wholeNumber(command: string, text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new OpensslFailure(...usage(command, `Can't parse "${text}" as a number`));
  return Number(text);
}
