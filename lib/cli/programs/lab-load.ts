import { durationWords, grouped } from '../../cloud';
import type { CliHost } from '../aws/cli-host';
import { type Line, milliseconds, needed, programError, readLine, wholeNumber } from './flags';
import { type Output, openSigner, type Signer } from './lab-requests';

type Command = (words: readonly string[], host: CliHost) => Promise<string>;

export const LOAD_USAGE = [
  '       lab load start --service kms|s3|encryption-sdk --operation NAME (--key KEY | --bucket BUCKET)',
  '                      --per-second N [--for 10m] [--name NAME] [--profile PROFILE] [--region REGION]',
  '                      [--retries none|standard|adaptive|loop] [--attempts N] [--backoff 100ms]',
  '                      [--jitter full|none] [--hosts N] [--contexts N] [--message-bytes N]',
  '                      [--cache-max-age 2m] [--cache-max-messages N] [--cache-max-bytes N]',
  '                      [--cache-capacity N] [--background]',
  '       lab load change NAME [--per-second N] [--retries ...] [--cache-max-age ...|--no-cache] [...]',
  '       lab load stop NAME | lab load report  [--profile PROFILE] [--region REGION]',
];

/** What follows `lab load`; nothing where it is none of these words. */
export function loadCommand(word: string | undefined): Command | undefined {
  return word !== undefined && Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
}

const COMMANDS: Readonly<Record<string, Command>> = { start, change, stop, report };

const PLACE = { '--profile': 'PROFILE', '--region': 'REGION' };
const SETTINGS = {
  '--per-second': 'N',
  '--retries': 'none|standard|adaptive|loop',
  '--attempts': 'N',
  '--backoff': 'TIME',
  '--jitter': 'full|none',
  '--hosts': 'N',
  '--contexts': 'N',
  '--message-bytes': 'N',
  '--cache-max-age': 'TIME',
  '--cache-max-messages': 'N',
  '--cache-max-bytes': 'N',
  '--cache-capacity': 'N',
};
const TARGET = {
  '--service': 'SERVICE',
  '--operation': 'NAME',
  '--key': 'KEY',
  '--bucket': 'BUCKET',
  '--for': 'TIME',
  '--name': 'NAME',
};
const OF = 'lab load start';
/** Played to the end in so many steps, so that it can be stopped between two of them. */
const STEPS = 20;

async function start(words: readonly string[], host: CliHost): Promise<string> {
  const line = readLine(words, {
    of: OF,
    values: { ...TARGET, ...SETTINGS, ...PLACE },
    switches: ['--background'],
  });
  const signer = await signerOf(host, line);
  const seconds = Math.ceil(milliseconds(line.flags.get('--for') ?? '10m', OF, '--for') / 1000);
  const Name = line.flags.get('--name') ?? (await freeName(signer));
  const started = await signer.send('lab', 'StartLoad', {
    Name,
    Service: needed(line, OF, '--service', 'kms|s3|encryption-sdk'),
    Operation: needed(line, OF, '--operation', 'NAME'),
    KeyId: line.flags.get('--key'),
    Bucket: line.flags.get('--bucket'),
    Seconds: seconds,
    ...settingsOf(line, OF),
    PerSecond: wholeNumber(needed(line, OF, '--per-second', 'N'), OF, '--per-second'),
  });
  const first = `${Name}: one real ${String(started.Operation)} got through; ${grouped(Number(started.PerSecond))} a second follow for ${durationWords(seconds)}\n`;
  if (line.switches.has('--background')) return `${first}They run as the clock moves: lab clock +1m\n`;
  const step = Math.max(1, Math.ceil(seconds / STEPS));
  for (let played = 0; played < seconds; played += step) {
    await host.port.advance(Math.min(step, seconds - played) * 1000);
  }
  return `${first}${loadText(await loadNamed(signer, Name))}`;
}

async function change(words: readonly string[], host: CliHost): Promise<string> {
  const of = 'lab load change';
  const values = { ...SETTINGS, ...PLACE };
  const line = readLine(words, { of, values, switches: ['--no-cache'], positionals: 1 });
  const signer = await signerOf(host, line);
  const Name = nameIn(line, of);
  const NoCache = line.switches.has('--no-cache') || undefined;
  await signer.send('lab', 'ChangeLoad', { Name, NoCache, ...settingsOf(line, of) });
  return `${Name}: changed from now on\n`;
}

async function stop(words: readonly string[], host: CliHost): Promise<string> {
  const of = 'lab load stop';
  const line = readLine(words, { of, values: PLACE, positionals: 1 });
  const signer = await signerOf(host, line);
  return loadText(await signer.send('lab', 'StopLoad', { Name: nameIn(line, of) }));
}

async function report(words: readonly string[], host: CliHost): Promise<string> {
  const line = readLine(words, { of: 'lab load report', values: PLACE });
  const signer = await signerOf(host, line);
  const texts = (await loadsOf(signer)).map(loadText);
  return texts.join('') || `No load has been started in ${signer.region}.\n`;
}

function signerOf(host: CliHost, { flags }: Line): Promise<Signer> {
  return openSigner(host, {
    region: flags.get('--region'),
    profile: flags.get('--profile'),
    userAgent: 'lab/1.0',
  });
}

function nameIn({ positionals }: Line, of: string): string {
  const [name] = positionals;
  if (name !== undefined) return name;
  throw programError(`${of}: expected the name of a load, found nothing.`);
}

async function loadsOf(signer: Signer): Promise<readonly Output[]> {
  return (await signer.send('lab', 'DescribeLoads', {})).Loads as readonly Output[];
}

async function loadNamed(signer: Signer, name: string): Promise<Output> {
  return (await loadsOf(signer)).find(({ Name }) => Name === name) ?? {};
}

async function freeName(signer: Signer): Promise<string> {
  const taken = new Set((await loadsOf(signer)).map(({ Name }) => Name));
  for (let n = 1; ; n++) if (!taken.has(`load-${n}`)) return `load-${n}`;
}

/** Flags as the members of the lab's requests. */
function settingsOf({ flags }: Line, of: string): Output {
  const number = (flag: string) => {
    const text = flags.get(flag);
    return text === undefined ? undefined : wholeNumber(text, of, flag);
  };
  const time = (flag: string) => {
    const text = flags.get(flag);
    return text === undefined ? undefined : milliseconds(text, of, flag);
  };
  const maxAgeMs = time('--cache-max-age');
  const cache = {
    MaxMessages: number('--cache-max-messages'),
    MaxBytes: number('--cache-max-bytes'),
    Capacity: number('--cache-capacity'),
  };
  if (maxAgeMs === undefined && Object.values(cache).some((limit) => limit !== undefined)) {
    throw programError(`${of}: expected --cache-max-age TIME with a cache's other limits, found none.`);
  }
  return {
    PerSecond: number('--per-second'),
    Retries: flags.get('--retries'),
    MaxAttempts: number('--attempts'),
    BackoffMs: time('--backoff'),
    Jitter: flags.get('--jitter'),
    Hosts: number('--hosts'),
    Contexts: number('--contexts'),
    MessageBytes: number('--message-bytes'),
    Cache: maxAgeMs === undefined ? undefined : { MaxAgeSeconds: Math.ceil(maxAgeMs / 1000), ...cache },
  };
}

/** What became of a load, each request in one place. */
function loadText(load: Output): string {
  const count = (member: string) => grouped(Number(load[member]));
  const answers = Number(load.Operations) === 0 ? 0 : Number(load.Offered) / Number(load.Operations);
  const refusedWords = Number(load.SampleRefused) > 0 ? `, ${count('SampleRefused')} of them refused` : '';
  const lines = [
    `${String(load.Name)}: ${String(load.Service)} ${String(load.Operation)}, ${count('PerSecond')} a second, played ${durationWords(Number(load.PlayedSeconds))}${load.Running ? ', still running' : ''}`,
    `  operations  ${count('Operations')}, of which ${count('Offered')} asked KMS (${(answers * 100).toFixed(answers < 0.1 ? 3 : 0)} %)`,
    `  offered     ${count('Offered')} = ${count('Admitted')} admitted + ${count('Throttled')} throttled + ${count('Abandoned')} abandoned + ${count('Waiting')} waiting`,
    `  retried     ${count('Retried')} attempts; ${count('Refusals')} answers were ThrottlingException`,
    `  pool        ${String(load.Pool)}, ${count('PoolPerSecond')} a second`,
    `  sample      ${count('SampleMade')} real requests beside the counted ones${refusedWords}`,
  ];
  return lines.map((one) => `${one}\n`).join('');
}
