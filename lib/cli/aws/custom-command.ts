import type { CliSession } from './session';

/** A command that is no service: it has subcommands of its own making. */
export interface CustomCommand {
  readonly name: string;
  readonly about: string;
  /** What is said where the command stands alone. */
  readonly bareUse: string;
  readonly subcommands: Readonly<Record<string, Subcommand>>;
}

export interface Subcommand {
  readonly about: string;
  /** Answers what is printed. */
  run(session: CliSession, argv: readonly string[]): Promise<string | Uint8Array>;
}
