import { check } from './lab/check';
import { coverage } from './lab/coverage';
import { create } from './lab/new';
import { run } from './lab/run';
import { schema } from './lab/schema';
import { stats } from './lab/stats';
import type { Subcommand } from './lab/subcommand';

/** What the lab does in a terminal. A new subcommand is a file in `lab/` and a line here. */
const SUBCOMMANDS: readonly Subcommand[] = [run, check, coverage, stats, schema, create];

const [, , name, ...args] = process.argv;
const subcommand = SUBCOMMANDS.find((one) => one.name === name);
if (subcommand) process.exitCode = await subcommand.run(args);
else {
  const usages = SUBCOMMANDS.map(({ usage, about }) => `  lab ${usage}\n      ${about}\n`).join('');
  const asked = name === undefined || name === 'help' || name === '--help';
  const found = asked
    ? ''
    : `lab: expected one of ${SUBCOMMANDS.map((one) => one.name).join(', ')}, found ${name}\n\n`;
  process.stderr.write(`${found}usage: npm run --silent lab -- SUBCOMMAND ...\n\n${usages}`);
  process.exitCode = name === 'help' || name === '--help' ? 0 : 2;
}
