import type { CliOutcome } from '../../aws/cli-host';
import { printed, type Tool, type ToolHost } from '../tool';
import { DIGEST_COMMANDS, dgst } from './dgst';
import { CIPHER_COMMANDS, enc } from './enc';
import { notInTheLab, OpensslFailure } from './failure';
import { ecparam, genpkey, genrsa } from './genpkey';
import { ec, pkcs8, pkey, rsa } from './pkey';
import { pkeyutl } from './pkeyutl';
import { rand } from './rand';
import type { Subcommand } from './subcommand';

const SUBCOMMANDS: readonly Subcommand[] = [
  ...CIPHER_COMMANDS,
  dgst,
  ec,
  ecparam,
  enc,
  genpkey,
  genrsa,
  pkcs8,
  pkey,
  pkeyutl,
  rand,
  rsa,
  ...DIGEST_COMMANDS,
];

/** The part of OpenSSL 3.0 that bringing one's own key and checking signatures outside KMS take. */
export const openssl: Tool = {
  name: 'openssl',
  about: 'Make random bytes and keys, wrap, encrypt, hash, sign and verify outside KMS.',
  run: async ([name, ...args], host) => {
    if (name === undefined || name === 'help' || name === 'list') return printed(`${offer()}\n`);
    if (name === 'version') return printed("OpenSSL 3.0 (the lab's edition: what keys outside KMS need)\n");
    const command = SUBCOMMANDS.find((one) => one.name === name);
    if (!command) return complaint(`Invalid command '${name}'; type "help" for a list.`, offer());
    if (args.includes('-help')) return printed(help(command));
    return ran(command, args, host);
  },
};

async function ran(command: Subcommand, args: readonly string[], host: ToolHost): Promise<CliOutcome> {
  try {
    return await command.run(args, host);
  } catch (error) {
    if (error instanceof OpensslFailure) return complaint(...error.lines);
    throw error;
  }
}

function complaint(...lines: readonly string[]): CliOutcome {
  return { stdout: '', stderr: lines.map((line) => `${line}\n`).join(''), exitCode: 1 };
}

function offer(): string {
  return notInTheLab(`offers ${[...SUBCOMMANDS.map(({ name }) => name), 'version'].join(', ')}`);
}

function help({ name, options }: Subcommand): string {
  const lines = Object.entries(options).map(
    ([option, kind]) => ` -${option}${kind === 'value' ? ' val' : ''}\n`,
  );
  return `Usage: ${name} [options]\nValid options in the lab are:\n${lines.join('')}`;
}
