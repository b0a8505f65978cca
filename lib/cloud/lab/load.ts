import { type Call, define, shape } from '../../aws';
import { bucketId, buckets } from '../../pipeline';
import { LAB_SERVICE, noPermissions, productionIn, symmetricPool } from './labs-own';
import { type Demand, type PoolLoad, sharePool } from './pool-load';

const demand = shape.structure({
  Offered: shape.long(),
  Admitted: shape.long(),
  Throttled: shape.long(),
});
const load = shape.structure({
  Pool: shape.string(),
  PerSecond: shape.long(),
  Production: demand,
  Backfill: demand,
});

/**
 * Reports so many seconds of bulk traffic on the symmetric pool of the request's Region, in one request: each
 * figure is per second. What the pool had left now is gone, so a real request in the same moment feels it.
 */
export const reportLoad = define({
  service: LAB_SERVICE,
  name: 'ReportLoad',
  about: 'Reports bulk KMS traffic of production and a backfill, as requests a second.',
  input: shape.structure(
    {
      Seconds: shape.long({ min: 1, max: 1_000_000_000 }),
      Backfill: shape.long({ min: 0, max: 10_000_000 }),
    },
    ['Seconds', 'Backfill'],
  ),
  output: load,
  readOnly: false,
  permissions: noPermissions,
  responseElements: (output) => output,
  handle: (call) => {
    const shared = loadIn(call, call.input.Backfill);
    const { pool, perSecond } = symmetricPool(call);
    const wanted = shared.production.offered + shared.backfill.offered;
    const { account } = call.principal;
    const bucket = { account, region: call.region, pool, perSecond, atMs: call.nowMs };
    const held = call.world.table(buckets).get(bucketId(account, call.region, pool));
    const left = Math.max(0, perSecond - wanted);
    call.world.put(buckets, {
      ...bucket,
      tokens: Math.min(left, held?.atMs === call.nowMs ? held.tokens : left),
    });
    return shown(pool, shared);
  },
});

/** What production asks of the pool now, with nothing beside it. */
export const describeLoad = define({
  service: LAB_SERVICE,
  name: 'DescribeLoad',
  about: "Answers production's share of the symmetric KMS pool in a Region.",
  input: shape.structure({}),
  output: load,
  readOnly: true,
  permissions: noPermissions,
  handle: (call) => shown(symmetricPool(call).pool, loadIn(call, 0)),
});

function loadIn(call: Call<object>, backfill: number): PoolLoad {
  const { perSecond } = symmetricPool(call);
  return sharePool(perSecond, productionIn(call.world, call.principal.account, call.region), backfill);
}

function shown(pool: string, { perSecond, production, backfill }: PoolLoad) {
  return {
    Pool: pool,
    PerSecond: perSecond,
    Production: asMembers(production),
    Backfill: asMembers(backfill),
  };
}

function asMembers({ offered, admitted, throttled }: Demand) {
  return { Offered: offered, Admitted: admitted, Throttled: throttled };
}
