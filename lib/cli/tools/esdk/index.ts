import { CliError } from '../../aws/errors';
import { printed, type Tool, type ToolHost } from '../tool';
import { decrypt } from './decrypt';
import { encrypt } from './encrypt';
import { inspect } from './inspect';
import { withChance } from './seeded-crypto';

type Command = (words: readonly string[], host: ToolHost) => Promise<string | Uint8Array>;

const COMMANDS: Readonly<Record<string, Command>> = { encrypt, decrypt, inspect };

const HELP = `Encrypt, decrypt and take apart messages with the AWS Encryption SDK.

usage: esdk encrypt --key KEY[,KEY] [--context NAME=VALUE,...] [--mrk] [--suite signed|unsigned|without-commitment|ID]
                    [--commitment POLICY] [--frame BYTES] [--in FILE] [--out FILE]
                    [--cache max-age=120s,max-messages=N,max-bytes=N,capacity=N] [--repeat N] [--every TIME]
       esdk decrypt --key KEY[,KEY] | --discovery [--account ID,...]  [--mrk] [--context NAME=VALUE,...]
                    [--commitment POLICY] [--max-data-keys N] [--in FILE] [--out FILE]
       esdk inspect [FILE] [--data-key N] [--out FILE]

A KEY that decrypts is a key ARN; the first KEY makes the data keys. --repeat encrypts the input N times, and where a
value of the context is a|b|c each message takes the next one. Without --out the result goes to the pipe.
`;

/** The real Encryption SDK on the lab's KMS. */
export const esdk: Tool = {
  name: 'esdk',
  about: 'Encrypt, decrypt and take apart messages with the AWS Encryption SDK.',
  run: async ([name, ...words], host) => {
    if (name === undefined || name === 'help' || words.includes('--help') || name === '--help')
      return printed(HELP);
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) return stopped(`esdk: expected encrypt, decrypt or inspect, found ${name}.`);
    try {
      return printed(
        await withChance(
          (length) => host.randomBytes(length),
          () => command(words, host),
        ),
      );
    } catch (error) {
      return stopped(complaint(error));
    }
  },
};

/** What the Encryption SDK throws is for its user to read, as is what we do. */
function complaint(error: unknown): string {
  if (error instanceof CliError) return error.text.trimEnd();
  if (!(error instanceof Error)) throw error;
  return `esdk: ${error.name === 'Error' ? '' : `${error.name}: `}${error.message}`.trimEnd();
}

function stopped(text: string) {
  return { stdout: '', stderr: `${text}\n`, exitCode: 1 };
}
