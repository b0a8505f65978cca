import { grouped, type LoadSample, loadSamples, poolRate } from '../../cloud';
import { buckets, tokensAt } from '../../pipeline';
import type { PoolView } from '../model';
import type { Scene } from '../scene';

const NAMES: Readonly<Record<string, string>> = {
  symmetric: 'symmetric requests',
  rsa: 'RSA requests',
  ecc: 'ECC and SM2 requests',
  'ml-dsa': 'ML-DSA requests',
  'ml-kem': 'ML-KEM requests',
};

/** The cryptographic pools that have been asked, and the symmetric one of each Region of the lab. */
export function poolViews({ world, lesson, atMs }: Scene): readonly PoolView[] {
  const home = lesson.identities[0]?.account ?? '';
  const known = [...world.table(buckets).all()].filter(({ pool }) => nameOf(pool) !== undefined);
  const idle = lesson.regions
    .filter((region) => !known.some((one) => one.region === region && one.pool === 'symmetric'))
    .map((region) => ({ account: home, region, pool: 'symmetric' }));
  return [...known, ...idle]
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .map((place) => {
      const perSecond = poolRate(world, place);
      const played = lastSecond(world.table(loadSamples).all(), place, atMs);
      const used = played ?? usedOf(place, perSecond, atMs);
      const percent = perSecond === 0 ? 0 : Math.min(100, Math.round((used / perSecond) * 100));
      return {
        id: placeOf(place),
        label: `${place.region}: ${nameOf(place.pool)}${place.account === home ? '' : ` of ${place.account}`}`,
        perSecond,
        used,
        says: `${grouped(used)} of ${grouped(perSecond)} a second, ${grouped(Math.max(0, perSecond - used))} left`,
        percent,
        full: used >= perSecond,
      };
    });
}

interface Place {
  readonly account: string;
  readonly region: string;
  readonly pool: string;
}

function placeOf({ account, region, pool }: Place): string {
  return `${region}/${pool}/${account}`;
}

function nameOf(pool: string): string | undefined {
  if (pool.startsWith('store/')) return `custom key store ${pool.slice('store/'.length)}`;
  if (pool.startsWith('pair/')) return `${pool.slice('pair/'.length)} data key pairs`;
  return NAMES[pool];
}

/** What bulk load took of a pool in the second that has just ended; nothing where none was played. */
function lastSecond(samples: readonly LoadSample[], place: Place, atMs: number): number | undefined {
  const here = samples.filter(
    (one) => one.atMs === Math.floor(atMs / 1000) * 1000 || (one.atMs <= atMs && one.atMs > atMs - 1000),
  );
  const mine = here.filter((one) => placeOf(one) === placeOf(place));
  return mine.length === 0 ? undefined : mine.reduce((sum, { admitted }) => sum + admitted, 0);
}

function usedOf(place: Place, perSecond: number, atMs: number): number {
  if (!('tokens' in place)) return 0;
  const bucket = place as Place & { readonly tokens: number; readonly atMs: number };
  return Math.max(0, Math.ceil(perSecond - tokensAt({ ...bucket, perSecond }, atMs)));
}
