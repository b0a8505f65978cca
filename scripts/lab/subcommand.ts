/** A subcommand of the lab in a terminal. */
export interface Subcommand {
  readonly name: string;
  readonly usage: string;
  readonly about: string;
  /** Answers the exit status. */
  run(args: readonly string[]): Promise<number>;
}

/** Ends a subcommand with a sentence for the terminal. */
export class UsageError extends Error {}
