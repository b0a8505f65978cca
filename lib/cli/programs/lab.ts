import { durationWords, grouped, TRAFFIC_STATES } from '../../cloud';
import type { CliHost, CliOutcome } from '../aws/cli-host';
import { momentAfter } from './clock-words';
import { needed, programError, readLine, wholeNumber } from './flags';
import { CLUSTER_USAGE, cluster } from './lab-cluster';
import { FROM_USAGE, from } from './lab-from';
import { LOAD_USAGE, loadCommand } from './lab-load';
import { type Output, openSigner } from './lab-requests';
import { TWO_FACED_USAGE, twoFaced } from './lab-two-faced';
import { XKS_USAGE, xks } from './lab-xks';
import type { Program } from './program';

type Command = (words: readonly string[], host: CliHost) => Promise<string | CliOutcome>;

/** What stands around AWS: the clock, which Region serves users, how much there is of everything. */
export const lab: Program = {
  name: 'lab',
  about:
    'The world around AWS: the clock, traffic, load, how many items a few real ones stand for, key custody outside KMS, other machines.',
  usage: [
    'usage: lab clock [+1h | +2d | 10:00 | 2026-12-01T10:00:00Z]',
    `       lab traffic [REGION ${TRAFFIC_STATES.join('|')}]`,
    '       lab load [--application NAME --per-second N] [--region REGION]',
    ...LOAD_USAGE,
    '       lab scale TABLE [--items N --per-day N] [--region REGION]',
    ...XKS_USAGE,
    ...CLUSTER_USAGE,
    ...TWO_FACED_USAGE,
    ...FROM_USAGE,
  ].join('\n'),
  run: async ([word, ...rest], host) => {
    const command = COMMANDS[word ?? ''];
    if (!command) throw programError(`lab: expected ${Object.keys(COMMANDS).join(', ')}, found ${word}.`);
    return command(rest, host);
  },
};

const COMMANDS: Readonly<Record<string, Command>> = {
  clock,
  traffic,
  load,
  scale,
  xks,
  cluster,
  'two-faced': twoFaced,
  from,
};
const userAgent = 'lab/1.0';

async function clock(words: readonly string[], host: CliHost): Promise<string> {
  const { positionals } = readLine(words, { of: 'lab clock', values: {}, positionals: 1 });
  const [wish] = positionals;
  const nowMs = await host.port.nowMs();
  if (wish === undefined) return `${isoSecond(nowMs)}\n`;
  const atMs = momentAfter(nowMs, wish);
  if (atMs === undefined) {
    const expected = '+1h, +2d, +90m, +30s, a time such as 10:00, or a moment such as 2026-12-01T10:00:00Z';
    throw programError(`lab clock: expected ${expected}; found ${wish}.`);
  }
  if (atMs < nowMs) {
    throw programError(`lab clock: expected a moment after ${isoSecond(nowMs)}, found ${isoSecond(atMs)}.`);
  }
  const now = await host.port.advance(atMs - nowMs);
  return `${isoSecond(now)}, ${durationWords((now - nowMs) / 1000)} later\n`;
}

async function traffic(words: readonly string[], host: CliHost): Promise<string> {
  const { positionals } = readLine(words, { of: 'lab traffic', values: {}, positionals: 2 });
  const [region, state] = positionals;
  if (region !== undefined) {
    if (!TRAFFIC_STATES.some((one) => one === state)) {
      throw programError(
        `lab traffic: expected ${TRAFFIC_STATES.join(', ')} after ${region}, found ${state ?? 'nothing'}.`,
      );
    }
    const signer = await openSigner(host, { region, userAgent });
    await signer.send('lab', 'SetRegionTraffic', { State: state });
    return `${region} is ${state} at ${isoSecond(await host.port.nowMs()).slice(11, 16)}\n`;
  }
  const { Regions } = await (await openSigner(host, { userAgent })).send('lab', 'DescribeTraffic', {});
  const rows = (Regions as readonly Output[]).map(
    ({ Region, State, Since }) =>
      `${String(Region).padEnd(16)} ${String(State).padEnd(9)} since ${isoSecond(Number(Since))}\n`,
  );
  return rows.join('') || 'No traffic is in question in this lab.\n';
}

async function load(words: readonly string[], host: CliHost): Promise<string> {
  const command = loadCommand(words[0]);
  if (command) return command(words.slice(1), host);
  const values = { '--application': 'NAME', '--per-second': 'N', '--region': 'REGION' };
  const line = readLine(words, { of: 'lab load', values });
  const signer = await openSigner(host, { region: line.flags.get('--region'), userAgent });
  if (line.flags.size > (line.flags.has('--region') ? 1 : 0)) {
    const Application = needed(line, 'lab load', '--application', 'NAME');
    const perSecond = needed(line, 'lab load', '--per-second', 'N');
    const RequestsPerSecond = wholeNumber(perSecond, 'lab load', '--per-second');
    await signer.send('lab', 'SetApplicationLoad', { Application, RequestsPerSecond });
  }
  const { PerSecond, Production } = await signer.send('lab', 'DescribeLoad', {});
  const offered = Number((Production as Output).Offered);
  const pool = Number(PerSecond);
  const share = Math.round((offered / pool) * 100);
  return `${signer.region}: production sends ${grouped(offered)} of ${grouped(pool)} KMS requests a second (${share} %)\n`;
}

async function scale(words: readonly string[], host: CliHost): Promise<string> {
  const values = { '--items': 'N', '--per-day': 'N', '--region': 'REGION' };
  const line = readLine(words, { of: 'lab scale', values, positionals: 1 });
  const [TableName] = line.positionals;
  if (TableName === undefined) throw programError('lab scale: expected the name of a table, found nothing.');
  const signer = await openSigner(host, { region: line.flags.get('--region'), userAgent });
  const items = line.flags.get('--items');
  const input =
    items === undefined
      ? { TableName }
      : {
          TableName,
          Items: wholeNumber(items, 'lab scale', '--items'),
          PerDay: wholeNumber(line.flags.get('--per-day') ?? '1', 'lab scale', '--per-day'),
        };
  const operation = items === undefined ? 'DescribeTableScale' : 'SetTableScale';
  const { ItemCount, PerDay, Sample, Represents } = await signer.send('lab', operation, input);
  return `${TableName}: ${grouped(Number(ItemCount))} items, ${grouped(Number(PerDay))} more each day; ${Sample} real ones stand for ${grouped(Number(Represents))} each\n`;
}

/** `2026-12-01T10:00:00Z` */
function isoSecond(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
