import type { RequestSource } from '../../aws';
import type { CliHost, CliOutcome } from './cli-host';
import { configure } from './configuration/configure';
import type { CustomCommand, Subcommand } from './custom-command';
import { CliError, STATUS } from './errors';
import { type CommandLine, parseCommandLine } from './global-options';
import { mainHelp, serviceHelp, topicsHelp } from './help';
import { parseArguments } from './input/argument-parser';
import { runOperation } from './run-operation';
import { s3 } from './s3';
import { type ServiceCommand, serviceCommands } from './service-catalog';
import { type CliSession, checkProfile, openSession } from './session';
import { waitersOf } from './waiters';

/** What the lab's command calls itself. */
export const CLI_VERSION = 'aws-cli/2.31.0 kms-lab';

/** Commands beside the services. A new one is a file and a line here. */
const CUSTOM_COMMANDS: readonly CustomCommand[] = [s3, configure];

/** Runs `aws ...argv` to its end, errors included. */
export async function runAws(argv: readonly string[], host: CliHost): Promise<CliOutcome> {
  try {
    return { stdout: await run(argv, host), stderr: '', exitCode: 0 };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { stdout: error.stdout, stderr: error.text, exitCode: error.status };
  }
}

async function run(argv: readonly string[], host: CliHost): Promise<string | Uint8Array> {
  const services = serviceCommands(host.port);
  const line = parseCommandLine(argv, commandNames(services));
  if (line.kind === 'version') return `${CLI_VERSION}\n`;
  if (line.command === 'help') return mainHelp(services, CUSTOM_COMMANDS);
  const session = await openSession(host, line.globals, sourceOf(line));
  const custom = CUSTOM_COMMANDS.find(({ name }) => name === line.command);
  if (custom) return runCustom(custom, session, line.rest);
  checkProfile(session);
  const service = services.find(({ command }) => command === line.command) as ServiceCommand;
  return runService(service, session, line.rest);
}

/** Every word that can follow `aws`. */
export function commandNames(services: readonly ServiceCommand[]): readonly string[] {
  return [...services.map(({ command }) => command), ...CUSTOM_COMMANDS.map(({ name }) => name), 'help'];
}

/** The subcommands of a command that is no service, with what each is about. */
export function subcommandsOf(command: string): readonly (readonly [string, string])[] {
  const custom = CUSTOM_COMMANDS.find(({ name }) => name === command);
  return Object.entries(custom?.subcommands ?? {}).map(([name, { about }]) => [name, about] as const);
}

async function runService(
  service: ServiceCommand,
  session: CliSession,
  argv: readonly string[],
): Promise<string | Uint8Array> {
  const waiters = waitersOf(service.service);
  const extra = waiters ? ['wait'] : [];
  const [word, rest] = chosen('operation', argv, [...service.operations.keys(), ...extra, 'help']);
  if (word === 'help')
    return serviceHelp(
      service,
      extra.map((name) => ({ name, about: 'Wait until something is so.' })),
    );
  const operation = service.operations.get(word);
  if (operation) return runOperation(session, service.command, operation, rest);
  return runSubcommand(`${service.command} wait`, waiters ?? {}, session, rest);
}

async function runCustom(
  custom: CustomCommand,
  session: CliSession,
  argv: readonly string[],
): Promise<string | Uint8Array> {
  if (argv.length === 0) throw new CliError(custom.bareUse, STATUS.usage);
  return runSubcommand(custom.name, custom.subcommands, session, argv, custom.about);
}

function runSubcommand(
  command: string,
  subcommands: Readonly<Record<string, Subcommand>>,
  session: CliSession,
  argv: readonly string[],
  about = `aws ${command}`,
): Promise<string | Uint8Array> | string {
  const [word, rest] = chosen('subcommand', argv, [...Object.keys(subcommands), 'help']);
  const subcommand = subcommands[word];
  if (subcommand && rest[0] !== 'help') return subcommand.run(session, rest);
  const topics = Object.entries(subcommands).map(([name, one]) => ({ name, about: one.about }));
  return topicsHelp(command, about, topics);
}

/** The first word, which must be one of the choices, and the rest. */
function chosen(
  name: string,
  argv: readonly string[],
  choices: readonly string[],
): readonly [string, readonly string[]] {
  const { values, rest } = parseArguments(argv, [], [{ name, required: true, choices }]);
  return [values.get(name) as string, rest];
}

function sourceOf(line: CommandLine & { kind: 'command' }): RequestSource {
  const subcommand = line.rest.find((word) => !word.startsWith('-'));
  return { userAgent: `${CLI_VERSION} command/${[line.command, subcommand].filter(Boolean).join('.')}` };
}
