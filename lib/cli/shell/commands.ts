import { type CustomCommand, defineCommand } from 'just-bash/browser';
import type { CliHost, CliOutcome } from '../aws/cli-host';
import { runAws } from '../aws/command';
import { PROGRAMS, runProgram } from '../programs';
import { TOOLS, type ToolHost } from '../tools';
import { byteFilters } from './byte-filters';
import { byteStringToBytes, bytesToShellText, withoutStandIns } from './bytes-as-text';
import type { CommandContext } from './command-context';
import { labDate } from './date';
import { environmentCommands } from './environment-commands';
import { KEEP_COMMAND, partVariables, type Variables } from './kept-state';
import type { LabTime } from './lab-time';
import { shellCliFiles, shellFolders } from './shell-cli-files';
import { SHOW_COMMAND } from './shown-functions';

export interface ShellVariables extends Variables {
  readonly cwd: string;
}

export interface CommandSurroundings {
  readonly time: LabTime;
  randomBytes(length: number): Uint8Array;
  keep(variables: ShellVariables): void;
  /** What the shell has just said of commands, told as it should be. */
  show(args: readonly string[]): { readonly stdout: string; readonly exitCode: number };
  /** A command of ours broke: a mistake of the lab, which the shell library would pass off as one of the user. */
  broke(error: unknown): void;
}

/** The commands of the lab beside those of the shell library, and those of it that the lab mends. */
export function shellCommands(around: CommandSurroundings): CustomCommand[] {
  const own = [
    command('aws', around, (args, host) => runAws(args, host)),
    ...PROGRAMS.map((program) =>
      command(program.name, around, (args, host) => runProgram(program, args, host)),
    ),
    ...TOOLS.map((tool) => command(tool.name, around, (args, host) => tool.run(args, host))),
  ];
  const show = defineCommand(SHOW_COMMAND, async (args) => ({ stderr: '', ...around.show(args) }));
  return [
    ...own,
    keepCommand(around),
    show,
    labDate(around.time),
    ...byteFilters(),
    ...environmentCommands(),
  ];
}

/** A command of ours. The second it takes passes at its end, if it asked the lab for anything. */
function command(
  name: string,
  around: CommandSurroundings,
  run: (args: readonly string[], host: ToolHost) => Promise<CliOutcome>,
): CustomCommand {
  return defineCommand(name, async (args, context) => {
    try {
      const ran = await run(args, hostOf(context, around));
      await around.time.commandEnded();
      return resultOf(ran);
    } catch (error) {
      around.broke(error);
      throw error;
    }
  });
}

function hostOf(context: CommandContext, { time, randomBytes }: CommandSurroundings): ToolHost {
  const host: Omit<CliHost, 'stdin'> = {
    port: time,
    files: shellCliFiles(context.fs),
    env: context.exportedEnv ?? {},
    cwd: context.cwd,
  };
  // Reading the input takes it: only those who want it may.
  return Object.defineProperty({ ...host, randomBytes, ...shellFolders(context.fs) } as ToolHost, 'stdin', {
    get: () => withoutStandIns(byteStringToBytes(context.stdin as unknown as string)),
  });
}

function resultOf({ stdout, stderr, exitCode }: CliOutcome) {
  const text = typeof stdout === 'string' ? stdout : bytesToShellText(stdout);
  return { stdout: text, stdoutKind: 'text' as const, stderr, exitCode };
}

function keepCommand(around: CommandSurroundings): CustomCommand {
  let status = 0;
  return defineCommand(KEEP_COMMAND, async (args, context) => {
    if (args[0] === undefined) return { stdout: '', stderr: '', exitCode: status };
    status = Number(args[0]);
    around.keep({ ...partVariables(context.env, context.exportedEnv ?? {}), cwd: context.cwd });
    return { stdout: '', stderr: '', exitCode: 0 };
  });
}
