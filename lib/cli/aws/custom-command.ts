import type { CliSession } from './session';

/** A command that is no service: it has subcommands of its own making. */
export interface CustomCommand {
  readonly name: string;
  readonly about: string;
  /** Printed where the command stands alone; without it that is an error. */
  readonly bareUse?: string;
  readonly subcommands: Readonly<Record<string, Subcommand>>;
}

export interface Subcommand {
  readonly about: string;
  /** Answers what is printed. */
  run(session: CliSession, argv: readonly string[]): Promise<string | Uint8Array>;
}
