import type { Refusal } from '../../aws';

/** What the CLI exits with. */
export const STATUS = { general: 255, usage: 252, configuration: 253, service: 254 } as const;

/** The CLI ends here. `text` is everything it writes to the error stream. */
export class CliError extends Error {
  readonly text: string;
  readonly status: number;
  /** What was printed before. */
  readonly stdout: string;

  constructor(text: string, status: number, stdout = '') {
    super(text);
    this.text = text;
    this.status = status;
    this.stdout = stdout;
  }
}

const USAGE = `usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help
`;

/** The command line does not parse. */
export function usageError(message: string): CliError {
  return new CliError(`\n${USAGE}\naws: error: ${message}\n\n`, STATUS.usage);
}

/** What a command that is no service says of words it does not know. */
export function unknownWords(words: readonly string[]): CliError {
  return usageText(`Unknown options: ${words.join(',')}`);
}

export function unknownOptions(words: readonly string[]): CliError {
  return new CliError(`\n${USAGE}\nUnknown options: ${words.join(', ')}\n\n`, STATUS.usage);
}

/** A parameter's text does not have the form its type needs. `name` is the flag as typed. */
export function parameterError(name: string, message: string): CliError {
  return usageText(`Error parsing parameter '${name}': ${message}`);
}

/** The command line parses and means nothing the CLI can send. */
export function usageText(text: string): CliError {
  return new CliError(`\n${text}\n`, STATUS.usage);
}

export function configurationError(text: string): CliError {
  return new CliError(`\n${text}\n`, STATUS.configuration);
}

export function generalError(text: string): CliError {
  return new CliError(`\n${text}\n`, STATUS.general);
}

/** @param retries how often the request was sent again, where it would not be sent once more. */
export function serviceError(refusal: Refusal, operation: string, retries?: number): CliError {
  const tried = retries !== undefined ? ` (reached max retries: ${retries})` : '';
  const said = refusal.message ?? '';
  const text = `An error occurred (${refusal.name}) when calling the ${operation} operation${tried}: ${said}`;
  return new CliError(`\n${text}\n`, STATUS.service);
}
