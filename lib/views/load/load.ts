import {
  ANSWER_MS,
  blastRadius,
  durationWords,
  grouped,
  isRunning,
  type LoadGenerator,
  loadGenerators,
  messagesOf,
  poolRate,
  reuseOf,
  totalsOf,
} from '../../cloud';
import { aliases, keys } from '../../kms';
import { buckets as s3Buckets } from '../../services/s3';
import type { LoadFormView, LoadRowView, LoadView } from '../model';
import type { Scene } from '../scene';
import { callerName, counted } from '../words';
import { curvesOf } from './load-curves';
import { leversOf } from './load-levers';
import { poolViews } from './load-pools';

/** assumed: what the lab takes for granted of latency, caches and clients */
const ASSUMED = [
  `Latency: KMS answers within ${ANSWER_MS.half} ms half of the time and ${ANSWER_MS.ninetyNine} ms in 99 of 100 cases; waits between attempts come on top. AWS publishes no figure. Requests that come back in the same 10 ms are taken to have waited equally long.`,
  'A pool holds one second of requests and throttles in proportion: it does not know which of them matter.',
  'Standard and adaptive retries pay from a retry quota of 500 per host; a loop of your own does not.',
  'A bucket-level key serves one requester for five minutes; S3 publishes no number.',
];

export function loadView(scene: Scene): LoadView {
  const generators = [...scene.world.table(loadGenerators).all()].sort(
    (a, b) => b.startedAtMs - a.startedAtMs,
  );
  const [newest] = generators;
  return {
    generators: generators.map((generator) => rowOf(scene, generator)),
    curves: newest && curvesOf(scene.world, newest),
    pools: poolViews(scene),
    form: formOf(scene),
    assumed: ASSUMED,
  };
}

function rowOf({ world }: Scene, generator: LoadGenerator): LoadRowView {
  const { account, region, name, principal, service, operation, perSecond, startedAtMs, endsAtMs } =
    generator;
  const totals = totalsOf(world, generator);
  const asked = totals.operations === 0 ? 0 : totals.offered / totals.operations;
  const running = isRunning(generator);
  const planned = durationWords((endsAtMs - startedAtMs) / 1000);
  return {
    id: `${account}/${region}/${name}`,
    name,
    title: `${callerName(principal)}: ${service} ${operation}, ${grouped(perSecond)} a second in ${region}`,
    running,
    played: running
      ? `${durationWords(totals.seconds)} played of ${planned}`
      : `played ${durationWords(totals.seconds)}`,
    asks: `${counted(totals.operations, 'operation')}, ${counted(totals.offered, 'KMS request')} (${percent(asked)})`,
    fates: [
      fate('offered', totals.offered, 'requests wanted'),
      fate('admitted', totals.admitted, 'answered well'),
      fate('throttled', totals.throttled, 'refused and not retried'),
      fate('abandoned', totals.abandoned, 'given up after the last attempt'),
      fate('waiting', totals.waiting, 'no answer yet'),
    ],
    sample: sampleWords(generator, totals.offered),
    blast: blastOf({ world }, generator),
    levers: leversOf(world, generator, poolRate(world, generator)),
  };
}

function fate(name: string, count: number, note: string) {
  return { name, count: grouped(count), note };
}

/** `100 %`, `0.2 %`, `0.0003 %` */
function percent(share: number): string {
  const value = share * 100;
  return `${value >= 1 || value === 0 ? Math.round(value) : Number(value.toPrecision(1))} %`;
}

function sampleWords({ sample }: LoadGenerator, offered: number): string {
  const { made, refused, last } = sample;
  const each = made === 0 ? 0 : Math.round(offered / made);
  const stands = `${counted(made, 'real request')} passed every gate, with real cryptography; each stands for ${grouped(each)}.`;
  if (refused === 0) return stands;
  return `${stands} ${refused === 1 ? 'One of them was' : `${grouped(refused)} of them were`} refused${last ? `, the last with ${last}` : ''}.`;
}

function blastOf({ world }: Pick<Scene, 'world'>, generator: LoadGenerator): LoadRowView['blast'] {
  if (generator.service !== 'encryption-sdk') return undefined;
  const plan = reuseOf(world, generator);
  const messages = messagesOf(generator);
  const { messages: each, bytes, seconds } = blastRadius(plan, generator.cache, messages);
  const contexts = messages.contexts;
  return {
    rows: [
      { name: 'Messages one lost data key opens', value: counted(each, 'message') },
      { name: 'Bytes under one data key', value: counted(bytes, 'byte') },
      {
        name: 'Tenants that share a data key',
        value:
          contexts > 1
            ? 'none: the cache keeps encryption contexts apart'
            : 'all: every message has the same context',
      },
      {
        name: 'Still encrypting after the KMS key is disabled',
        value: seconds === 0 ? 'not at all: each message asks KMS' : `up to ${durationWords(seconds)}`,
      },
    ],
  };
}

/** Keys, buckets and principals one may send as; more keys than anyone reads through are not offered. */
const MOST_OFFERED = 50;

function formOf({ world, lesson }: Scene): LoadFormView {
  const regions = [...new Set([lesson.region, ...lesson.regions, ...(lesson.moreRegions ?? [])])];
  const usable = world
    .table(keys)
    .all()
    .filter((key) => key.manager === 'CUSTOMER' && key.keySpec === 'SYMMETRIC_DEFAULT');
  return {
    profiles: lesson.identities.map(({ profile, name }) => ({ id: profile, label: name })),
    region: lesson.region,
    regions: regions.map((region) => ({
      region,
      keys: usable
        .filter((key) => key.region === region)
        .slice(-MOST_OFFERED)
        .map((key) => {
          const [alias] = world.table(aliases).by('target', key.arn);
          return { id: alias?.name ?? key.keyId, label: alias?.name ?? key.keyId };
        }),
      buckets: world
        .table(s3Buckets)
        .all()
        .filter((bucket) => bucket.region === region)
        .map(({ name }) => name),
    })),
  };
}
