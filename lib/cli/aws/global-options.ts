import { type Option, type Parsed, type Positional, parseArguments } from './input/argument-parser';
import { OUTPUT_FORMATS } from './output';

/** An option that stands before or after any command. */
export interface GlobalOption extends Option {
  readonly about: string;
}

export const GLOBAL_OPTIONS: readonly GlobalOption[] = [
  {
    flag: '--debug',
    dest: 'debug',
    takes: 'nothing',
    implied: true,
    about: 'Accepted; the lab shows what happened in its X-ray.',
  },
  {
    flag: '--endpoint-url',
    dest: 'endpoint_url',
    takes: 'one',
    about: 'A VPC endpoint of the lab to send the request through; any other address is the lab too.',
  },
  {
    flag: '--no-verify-ssl',
    dest: 'verify_ssl',
    takes: 'nothing',
    implied: false,
    about: 'Accepted; the lab needs no certificate.',
  },
  {
    flag: '--no-paginate',
    dest: 'paginate',
    takes: 'nothing',
    implied: false,
    about: 'Ask for the first page only.',
  },
  {
    flag: '--output',
    dest: 'output',
    takes: 'one',
    choices: OUTPUT_FORMATS,
    about: 'The form of what is printed.',
  },
  {
    flag: '--query',
    dest: 'query',
    takes: 'one',
    about: 'A JMESPath expression that picks from the answer.',
  },
  { flag: '--profile', dest: 'profile', takes: 'one', about: 'The profile of ~/.aws to act as.' },
  { flag: '--region', dest: 'region', takes: 'one', about: 'The Region to send the request to.' },
  {
    flag: '--color',
    dest: 'color',
    takes: 'one',
    choices: ['on', 'off', 'auto'],
    about: 'Accepted; the lab prints without colour.',
  },
  {
    flag: '--no-sign-request',
    dest: 'sign_request',
    takes: 'nothing',
    implied: false,
    about: 'Send the request without credentials.',
  },
  { flag: '--ca-bundle', dest: 'ca_bundle', takes: 'one', about: 'Accepted; the lab needs no certificate.' },
  {
    flag: '--cli-read-timeout',
    dest: 'read_timeout',
    takes: 'one',
    about: 'Accepted; the lab answers at once.',
  },
  {
    flag: '--cli-connect-timeout',
    dest: 'connect_timeout',
    takes: 'one',
    about: 'Accepted; the lab answers at once.',
  },
  {
    flag: '--cli-binary-format',
    dest: 'cli_binary_format',
    takes: 'one',
    choices: ['base64', 'raw-in-base64-out'],
    about: 'How texts stand for bytes in parameters.',
  },
  {
    flag: '--no-cli-pager',
    dest: 'no_cli_pager',
    takes: 'nothing',
    implied: true,
    about: 'Accepted; nothing is paged.',
  },
  {
    flag: '--cli-auto-prompt',
    dest: 'cli_auto_prompt',
    takes: 'nothing',
    implied: true,
    about: 'Accepted; press Tab instead.',
  },
  {
    flag: '--no-cli-auto-prompt',
    dest: 'no_cli_auto_prompt',
    takes: 'nothing',
    implied: true,
    about: 'Accepted.',
  },
];

const VERSION: Option = { flag: '--version', dest: 'version', takes: 'nothing', implied: true };

/** Values of the global options that were given. */
export interface Globals {
  readonly output?: string | undefined;
  readonly query?: string | undefined;
  readonly profile?: string | undefined;
  readonly region?: string | undefined;
  readonly endpointUrl?: string | undefined;
  readonly binaryFormat?: string | undefined;
  readonly paginate: boolean;
  readonly signs: boolean;
}

export type CommandLine =
  | { readonly kind: 'version' }
  | {
      readonly kind: 'command';
      readonly command: string;
      readonly globals: Globals;
      readonly rest: readonly string[];
    };

/** Takes the global options and the command out of a command line. */
export function parseCommandLine(argv: readonly string[], commands: readonly string[]): CommandLine {
  if (asksVersion(argv)) return { kind: 'version' };
  const command: Positional = { name: 'command', required: true, choices: commands };
  const { values, rest } = parseArguments(argv, [...GLOBAL_OPTIONS, VERSION], [command]);
  if (values.get('version')) return { kind: 'version' };
  return { kind: 'command', command: values.get('command') as string, globals: globalsOf(values), rest };
}

/** `--version` answers before anything is missed. */
function asksVersion(argv: readonly string[]): boolean {
  return argv[0] === '--version';
}

function globalsOf(values: Parsed['values']): Globals {
  const text = (name: string) => values.get(name) as string | undefined;
  return {
    output: text('output'),
    query: text('query'),
    profile: text('profile'),
    region: text('region'),
    endpointUrl: text('endpoint_url'),
    binaryFormat: text('cli_binary_format'),
    paginate: values.get('paginate') !== false,
    signs: values.get('sign_request') !== false,
  };
}
