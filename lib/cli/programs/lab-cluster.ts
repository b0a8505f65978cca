import type { CliHost } from '../aws/cli-host';
import { type Line, programError, readLine } from './flags';
import { type Output, openSigner } from './lab-requests';

export const CLUSTER_USAGE = [
  '       lab cluster [ID [--new] [--hsms ZONE,ZONE | --hsms none] [--password PASSWORD]',
  '               [--kmsuser READY|MISSING|LOCKED_OUT|LOGGED_IN] [--unreachable | --reachable]]',
  '       lab cluster ID --certificate  [--region REGION]',
];

const OF = 'lab cluster';
const VALUES = {
  '--hsms': 'ZONE,ZONE',
  '--password': 'PASSWORD',
  '--kmsuser': 'READY|MISSING|LOCKED_OUT|LOGGED_IN',
  '--region': 'REGION',
};
const SWITCHES = ['--new', '--certificate', '--unreachable', '--reachable'];

/** A CloudHSM cluster as its administrator runs it: shows all or one, sets one up, changes it. */
export async function cluster(words: readonly string[], host: CliHost): Promise<string> {
  const line = readLine(words, { of: OF, values: VALUES, switches: SWITCHES, positionals: 1 });
  const signer = await openSigner(host, { region: line.flags.get('--region'), userAgent: 'lab/1.0' });
  const all = (await signer.send('lab', 'DescribeCloudHsmClusters', {})).Clusters as readonly Output[];
  const [id] = line.positionals;
  if (id === undefined)
    return all.map(clusterText).join('') || `No CloudHSM cluster is in ${signer.region}.\n`;
  const before = all.find(({ ClusterId }) => ClusterId === id);
  const isNew = line.switches.has('--new');
  if (!before && !isNew) {
    throw programError(
      `${OF}: expected a cluster in ${signer.region}, found no ${id}. Make one: ${OF} ${id} --new`,
    );
  }
  if (before && isNew)
    throw programError(`${OF}: expected a new id after --new, found ${id}, which is there.`);
  if (line.switches.has('--certificate')) return `${String(before?.TrustAnchorCertificate ?? '')}\n`;
  const settings = settingsOf(line);
  const isAsked = isNew || Object.values(settings).some((value) => value !== undefined);
  const input = { ClusterId: id, ...settings };
  return clusterText(isAsked || !before ? await signer.send('lab', 'SetCloudHsmCluster', input) : before);
}

function settingsOf({ flags, switches }: Line): Output {
  if (switches.has('--reachable') && switches.has('--unreachable')) {
    throw programError(`${OF}: expected --reachable or --unreachable, found both.`);
  }
  const hsms = flags.get('--hsms');
  const isNetworkAsked = switches.has('--reachable') || switches.has('--unreachable');
  return {
    ActiveHsms: hsms === 'none' ? [] : hsms?.split(','),
    KmsUserPassword: flags.get('--password'),
    KmsUser: flags.get('--kmsuser'),
    Reachable: isNetworkAsked ? switches.has('--reachable') : undefined,
  };
}

function clusterText(cluster: Output): string {
  const hsms = cluster.ActiveHsms as readonly string[];
  const rows = [
    `${String(cluster.ClusterId)} ${String(cluster.State)}${cluster.Reachable ? '' : ', cannot be reached'}`,
    `  active HSMs   ${hsms.length}${hsms.length > 0 ? `: ${hsms.join(', ')}` : ''}`,
    `  kmsuser       ${String(cluster.KmsUser)}, password ${String(cluster.KmsUserPassword)}`,
  ];
  return rows.map((row) => `${row}\n`).join('');
}
