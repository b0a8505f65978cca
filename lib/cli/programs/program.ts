import type { CliHost, CliOutcome } from '../aws/cli-host';
import { CliError } from '../aws/errors';

/** A program of the lab's shell beside `aws`: words in, outcome out. */
export interface Program {
  readonly name: string;
  /** One sentence for `help`. */
  readonly about: string;
  readonly usage: string;
  /** Answers what is printed, or how the command ended that it ran. @throws CliError */
  run(words: readonly string[], host: CliHost): Promise<string | CliOutcome>;
}

/** Runs a program to its end, errors included. */
export async function runProgram(
  program: Program,
  words: readonly string[],
  host: CliHost,
): Promise<CliOutcome> {
  const help = `${program.about}\n\n${program.usage}\n`;
  if (words.length === 0) return { stdout: '', stderr: help, exitCode: 2 };
  if (words[0] === 'help' || words.includes('--help')) return { stdout: help, stderr: '', exitCode: 0 };
  try {
    const ran = await program.run(words, host);
    return typeof ran === 'string' ? { stdout: ran, stderr: '', exitCode: 0 } : ran;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { stdout: error.stdout, stderr: error.text, exitCode: error.status };
  }
}
