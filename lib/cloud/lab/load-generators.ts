import { type Call, define, isRefusal, type Refusal, refuse, shape } from '../../aws';
import { JITTERS, RETRY_MODES, TICK_MS } from './generators/retry-plan';
import { withSettings } from './generators/settings';
import { startGenerator } from './generators/start';
import { totalsOf } from './generators/totals';
import { LAB_SERVICE, noPermissions } from './labs-own';
import {
  generatorId,
  isRunning,
  LOAD_SERVICES,
  type LoadGenerator,
  loadGenerators,
  placeId,
} from './records/load-generator';

const name = shape.string({ min: 1, max: 64, pattern: '[a-z0-9-]+' });
/** What may be set at the start and changed while it runs. */
const settings = {
  PerSecond: shape.integer({ min: 1, max: 1_000_000 }),
  Retries: shape.oneOf(...RETRY_MODES),
  MaxAttempts: shape.integer({ min: 1, max: 8 }),
  BackoffMs: shape.integer({ min: TICK_MS, max: 20_000 }),
  Jitter: shape.oneOf(...JITTERS),
  Hosts: shape.integer({ min: 1, max: 10_000 }),
  Contexts: shape.integer({ min: 1, max: 1_000_000 }),
  MessageBytes: shape.integer({ min: 1, max: 1_000_000_000 }),
  Cache: shape.structure(
    {
      MaxAgeSeconds: shape.integer({ min: 1, max: 1_000_000_000 }),
      MaxMessages: shape.long({ min: 1, max: 2 ** 32 }),
      MaxBytes: shape.long({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      Capacity: shape.integer({ min: 1, max: 1_000_000 }),
    },
    ['MaxAgeSeconds'],
  ),
};
const counted = {
  Operations: shape.long(),
  Offered: shape.long(),
  Admitted: shape.long(),
  Throttled: shape.long(),
  Abandoned: shape.long(),
  Waiting: shape.long(),
  Retried: shape.long(),
  Refusals: shape.long(),
};
const described = shape.structure({
  Name: shape.string(),
  Service: shape.string(),
  Operation: shape.string(),
  PerSecond: shape.integer(),
  Running: shape.boolean(),
  PlayedSeconds: shape.long(),
  Pool: shape.string(),
  PoolPerSecond: shape.long(),
  SampleMade: shape.integer(),
  SampleRefused: shape.integer(),
  SampleLast: shape.string(),
  ...counted,
});

/** Starts a traffic generator: it sends as the lab's clock moves. The caller is the principal it sends as. */
export const startLoad = define({
  service: LAB_SERVICE,
  name: 'StartLoad',
  about: 'Starts bulk requests of the caller: so many a second, for so long, with retries as said.',
  input: shape.structure(
    {
      Name: name,
      Service: shape.oneOf(...LOAD_SERVICES),
      Operation: shape.string({ min: 1, max: 64 }),
      KeyId: shape.string({ min: 1, max: 2048 }),
      Bucket: shape.string({ min: 3, max: 63 }),
      Seconds: shape.integer({ min: 1, max: 3600 }),
      ...settings,
    },
    ['Name', 'Service', 'Operation', 'PerSecond', 'Seconds'],
  ),
  output: described,
  readOnly: false,
  permissions: noPermissions,
  responseElements: (output) => output,
  handle: (call) => {
    const started = startGenerator(call, call.input);
    return isRefusal(started) ? started : shown(call, started);
  },
});

/** Changes settings of a generator that runs: a deployment, so data-key caches begin empty. */
export const changeLoad = define({
  service: LAB_SERVICE,
  name: 'ChangeLoad',
  about: 'Changes rate, retries, backoff, jitter or data-key cache of bulk requests that are under way.',
  input: shape.structure({ Name: name, NoCache: shape.boolean(), ...settings }, ['Name']),
  output: described,
  readOnly: false,
  permissions: noPermissions,
  responseElements: (output) => output,
  handle: (call) => {
    const held = generatorOf(call, call.input.Name);
    if (isRefusal(held)) return held;
    return shown(call, call.world.put(loadGenerators, { ...held, ...withSettings(call.input, held) }));
  },
});

export const stopLoad = define({
  service: LAB_SERVICE,
  name: 'StopLoad',
  about: 'Stops bulk requests; what was counted stays.',
  input: shape.structure({ Name: name }, ['Name']),
  output: described,
  readOnly: false,
  permissions: noPermissions,
  responseElements: (output) => output,
  handle: (call) => {
    const held = generatorOf(call, call.input.Name);
    if (isRefusal(held)) return held;
    return shown(
      call,
      call.world.put(loadGenerators, { ...held, endsAtMs: Math.min(held.endsAtMs, held.playedToMs) }),
    );
  },
});

export const describeLoads = define({
  service: LAB_SERVICE,
  name: 'DescribeLoads',
  about: "Lists the Region's bulk requests and what became of them.",
  input: shape.structure({}),
  output: shape.structure({ Loads: shape.list(described) }),
  readOnly: true,
  permissions: noPermissions,
  handle: (call) => ({
    Loads: call.world
      .table(loadGenerators)
      .by('place', placeId(call.principal.account, call.region))
      .map((one) => shown(call, one)),
  }),
});

function generatorOf(call: Call<object>, wanted: string): LoadGenerator | Refusal {
  const held = call.world.table(loadGenerators).get(generatorId(call.principal.account, call.region, wanted));
  return held ?? refuse('ResourceNotFoundException', `No load named ${wanted} is in ${call.region}.`);
}

function shown(call: Call<object>, generator: LoadGenerator) {
  const totals = totalsOf(call.world, generator);
  const { sample } = generator;
  return {
    Name: generator.name,
    Service: generator.service,
    Operation: generator.operation,
    PerSecond: generator.perSecond,
    Running: isRunning(generator),
    PlayedSeconds: totals.seconds,
    Pool: generator.pool,
    PoolPerSecond: totals.poolPerSecond,
    SampleMade: sample.made,
    SampleRefused: sample.refused,
    SampleLast: sample.last,
    Operations: totals.operations,
    Offered: totals.offered,
    Admitted: totals.admitted,
    Throttled: totals.throttled,
    Abandoned: totals.abandoned,
    Waiting: totals.waiting,
    Retried: totals.retried,
    Refusals: totals.refusals,
  };
}
