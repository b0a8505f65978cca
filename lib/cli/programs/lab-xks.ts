import type { CliHost } from '../aws/cli-host';
import { type Line, milliseconds, programError, readLine } from './flags';
import { type Output, openSigner, type Signer } from './lab-requests';

export const XKS_USAGE = [
  '       lab xks [URL [--keys ID,ID] [--latency 20ms | --latency 400ms,20ms] [--down | --up]',
  '               [--refusal EXCEPTION | --refusal None] [--managers Active|Degraded|Unavailable]',
  '               [--disable ID] [--enable ID] [--secret TEXT] [--path PATH]]',
];

const OF = 'lab xks';
const VALUES = {
  '--keys': 'ID,ID',
  '--latency': 'TIME',
  '--refusal': 'EXCEPTION',
  '--managers': 'Active|Degraded|Unavailable',
  '--disable': 'ID',
  '--enable': 'ID',
  '--secret': 'TEXT',
  '--path': 'PATH',
  '--region': 'REGION',
};

/** An external key store proxy as its operator runs it: shows all or one, sets one up, changes it. */
export async function xks(words: readonly string[], host: CliHost): Promise<string> {
  const line = readLine(words, { of: OF, values: VALUES, switches: ['--down', '--up'], positionals: 1 });
  const signer = await openSigner(host, { region: line.flags.get('--region'), userAgent: 'lab/1.0' });
  const all = (await signer.send('lab', 'DescribeXksProxies', {})).Proxies as readonly Output[];
  const [url] = line.positionals;
  if (url === undefined)
    return all.map(proxyText).join('') || 'No external key store proxy runs in this lab.\n';
  const before = all.find(({ UriEndpoint }) => UriEndpoint === url);
  const asked = [...line.flags.keys()].some((flag) => flag !== '--region') || line.switches.size > 0;
  if (asked) return proxyText(await changed(signer, line, url, before));
  if (before) return proxyText(before);
  throw programError(
    `${OF}: expected a proxy that runs, found none at ${url}. Set one up: ${OF} ${url} --keys ID`,
  );
}

async function changed(
  signer: Signer,
  line: Line,
  UriEndpoint: string,
  before: Output | undefined,
): Promise<Output> {
  if (!before && !line.flags.has('--keys')) {
    throw programError(`${OF}: expected --keys ID,ID to set up a new proxy at ${UriEndpoint}, found none.`);
  }
  if (!/^https:\/\/[a-zA-Z0-9.-]+$/.test(UriEndpoint)) {
    throw programError(
      `${OF}: expected https:// and a host name such as https://xks.example.org, found ${UriEndpoint}.`,
    );
  }
  return signer.send('lab', 'SetXksProxy', {
    UriEndpoint,
    UriPath: line.flags.get('--path'),
    RawSecretAccessKey: line.flags.get('--secret'),
    Down: downOf(line),
    LatenciesMs: line.flags
      .get('--latency')
      ?.split(',')
      .map((text) => milliseconds(text, OF, '--latency')),
    Refusal: line.flags.get('--refusal'),
    KeyManagers: line.flags.get('--managers'),
    Keys: keysOf(line, (before?.Keys ?? []) as readonly Output[]),
  });
}

function downOf({ switches }: Line): boolean | undefined {
  if (switches.has('--down') && switches.has('--up')) {
    throw programError(`${OF}: expected --down or --up, found both.`);
  }
  return switches.size === 0 ? undefined : switches.has('--down');
}

/** Keys that are named anew are enabled; those that stay are as they were. */
function keysOf({ flags }: Line, before: readonly Output[]): readonly Output[] | undefined {
  const named = flags.get('--keys')?.split(',');
  const [off, on] = [flags.get('--disable'), flags.get('--enable')];
  if (named === undefined && off === undefined && on === undefined) return undefined;
  const keys = named?.map((Id) => before.find((key) => key.Id === Id) ?? { Id }) ?? before;
  for (const id of [off, on]) {
    if (id === undefined || keys.some(({ Id }) => Id === id)) continue;
    throw programError(`${OF}: expected one of ${keys.map(({ Id }) => Id).join(', ')}, found ${id}.`);
  }
  return keys.map((key) => {
    if (key.Id === off) return { ...key, Status: 'DISABLED' };
    return key.Id === on ? { ...key, Status: 'ENABLED' } : key;
  });
}

function proxyText(proxy: Output): string {
  const keys = (proxy.Keys as readonly Output[]).map(({ Id, Status }) => `${Id} ${Status}`);
  const latencies = (proxy.LatenciesMs as readonly number[]).map((ms) => `${ms} ms`).join(', then ');
  const refusal = proxy.Refusal === 'None' ? '' : ` with ${String(proxy.Refusal)}`;
  const rows = [
    `${String(proxy.UriEndpoint)}${String(proxy.UriPath)}`,
    `  answers       ${proxy.Down ? 'nothing: the proxy is down' : `in ${latencies}${refusal}`}`,
    `  key managers  ${String(proxy.KeyManagers)}`,
    `  keys          ${keys.join(', ') || 'none'}`,
    `  credentials   AccessKeyId=${String(proxy.AccessKeyId)},RawSecretAccessKey=${String(proxy.RawSecretAccessKey)}`,
  ];
  return rows.map((row) => `${row}\n`).join('');
}
