import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Subcommand, UsageError } from './subcommand';
import { openWorld } from './world-file';

const USAGE = 'run FILE.sh|- [--region REGION] [--seed SEED] [--world FILE]';

/** Runs a script as a terminal would, against a world of its own. */
export const run: Subcommand = {
  name: 'run',
  usage: USAGE,
  about: 'Run a shell script, or standard input, in a lab of its own; exit with its status.',
  run: async (args) => {
    try {
      return await runScript(args);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      process.stderr.write(`lab run: ${error.message}\n`);
      return 2;
    }
  },
};

async function runScript(args: readonly string[]): Promise<number> {
  const { file, ...wishes } = wishesOf(args);
  const source = scriptText(file);
  const lab = await openWorld(wishes);
  const stopper = new AbortController();
  const stop = () => stopper.abort();
  process.once('SIGINT', stop);
  const { exitCode } = await lab.run(
    source,
    ({ stdout, stderr, turns, note }) => {
      const printed = turns ?? [
        { stream: 'stdout', text: stdout },
        { stream: 'stderr', text: stderr },
      ];
      for (const { stream, text } of printed) process[stream].write(text);
      if (note !== undefined) process.stderr.write(`${note}\n`);
    },
    stopper.signal,
  );
  process.off('SIGINT', stop);
  return exitCode;
}

function wishesOf(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { region: { type: 'string' }, seed: { type: 'string' }, world: { type: 'string' } },
    });
    const [file, surplus] = positionals;
    if (file === undefined || surplus !== undefined) {
      throw new UsageError(
        `expected one script, found ${surplus === undefined ? 'none' : positionals.join(', ')}\nusage: lab ${USAGE}`,
      );
    }
    return { ...values, file };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\nusage: lab ${USAGE}`);
  }
}

function scriptText(file: string): string {
  if (file === '-') return readFileSync(0, 'utf8');
  if (!existsSync(file)) throw new UsageError(`${file}: there is no such file`);
  return readFileSync(file, 'utf8');
}
