import { parseArgs } from 'node:util';
import { accessResults } from './bench/access';
import { cipherGrowth, cipherResults } from './bench/ciphers';
import { endpointResults } from './bench/endpoint';
import { aliasGrowth, grantGrowth, logGrowth } from './bench/growth';
import { loadResults } from './bench/load';
import { operationResults } from './bench/operations';
import { policyResults } from './bench/policies';
import { type Growth, machine, printGrowth, printResults, type Result } from './bench/report';
import { writeGrowth } from './bench/writes';
import { say } from './say';

interface Part {
  readonly about: string;
  readonly results?: () => readonly Result[] | Promise<readonly Result[]>;
  readonly growth?: () => readonly Growth[];
}

const PARTS: Readonly<Record<string, Part>> = {
  ciphers: { about: 'symmetric operations beside the bare cipher', results: cipherResults },
  operations: { about: 'all other cryptography beside its primitive', results: operationResults },
  policies: { about: 'policy decisions, traced and not', results: policyResults },
  access: { about: 'tables of who can, drafts of policies', results: accessResults },
  load: { about: 'ten lab minutes of bulk load, in requests a second', results: loadResults },
  endpoint: {
    about: 'requests over HTTP on eight connections, beside a bare server',
    results: endpointResults,
  },
  keys: { about: 'Encrypt, Decrypt and GenerateDataKey with 10 to 100,000 keys', growth: cipherGrowth },
  grants: { about: 'Decrypt with 0 to 50,000 grants on the key', growth: grantGrowth },
  aliases: { about: 'Encrypt with 1 to 50,000 aliases', growth: aliasGrowth },
  log: { about: 'Decrypt and memory with up to 1,000,000 commits', growth: logGrowth },
  writes: { about: 'one write with 10 to 100,000 keys', growth: writeGrowth },
};

const USAGE = `Usage: npm run --silent bench -- [--json] [--only PART[,PART]]

Measures the engine on this machine, in about four minutes. Figures are per second of the process's own processor
time, so that other work on the machine does not count; the endpoint's also by the clock on the wall.
  --json   the last line is one JSON object: machine, results, growth
  --only   ${Object.entries(PARTS)
    .map(([name, { about }]) => `${name.padEnd(11)}${about}`)
    .join('\n           ')}`;

const options = { json: { type: 'boolean' }, only: { type: 'string' }, help: { type: 'boolean' } } as const;

function giveUp(why: string): never {
  console.error(`bench: ${why}`);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return giveUp(error instanceof Error ? error.message : String(error));
  }
}

const { json, only, help } = readOptions();
const names = only?.split(',') ?? Object.keys(PARTS);
const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
if (help) say(USAGE);
else if (unknown !== undefined) {
  giveUp(`--only wants some of ${Object.keys(PARTS).join(', ')}; found "${unknown}"`);
} else await measure();

async function measure(): Promise<void> {
  const before = machine();
  say(`${before.cpu}, ${before.cores} cores, node ${before.node}, load ${before.load.join(' ')}`);
  const results: Result[] = [];
  const growth: Growth[] = [];
  for (const name of names) {
    const part = PARTS[name];
    const measured = (await part?.results?.()) ?? [];
    printResults(measured);
    results.push(...measured);
    const grown = part?.growth?.() ?? [];
    printGrowth(grown);
    growth.push(...grown);
  }
  say(`load at the end ${machine().load.join(' ')}`);
  if (json) say(JSON.stringify({ machine: before, results, growth }));
}
