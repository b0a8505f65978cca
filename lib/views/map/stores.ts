import {
  type ItemRecord,
  items,
  replication,
  scaleOf,
  type TableRecord,
  tables,
} from '../../services/dynamodb';
import { type BucketRecord, buckets, objects, replicaBucketsOf, travelling } from '../../services/s3';
import type { Scene } from '../scene';
import { counted } from '../words';
import { type Wrapped, wrappedIn } from './envelopes';

/** What holds envelopes in one Region: a table, a bucket. */
export interface Store {
  /** The same for all replicas: they share a shelf. */
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly count: string;
  readonly sample?: string;
  readonly held: readonly HeldEnvelope[];
  /** The other Regions that its bytes go to by themselves. */
  readonly replicatesTo: readonly string[];
  /** Whether it is one of several that hold the same. */
  readonly replicated: boolean;
  /** Something is on its way here that cannot be drawn: it gets its seal on arrival. */
  readonly expects: boolean;
}

interface HeldEnvelope {
  readonly id: string;
  readonly label: string;
  readonly wrapped: Wrapped;
  /** On its way here: nothing here can read it yet. */
  readonly arriving: boolean;
}

/** So many envelopes are drawn of a store. */
const SHOWN = 6;
/** A large store is not searched to its end for them. */
const SEARCHED = 400;

export function storesOf(scene: Scene): readonly Store[] {
  const { world } = scene;
  const fromTables = world
    .table(tables)
    .all()
    .map((table) => dynamodbStore(scene, table));
  const fromBuckets = world
    .table(buckets)
    .all()
    .map((bucket) => s3Store(scene, bucket));
  return [...fromTables, ...fromBuckets];
}

function s3Store(scene: Scene, bucket: BucketRecord): Store {
  const { name, region } = bucket;
  const table = scene.world.table(objects);
  const source = sourceOf(scene, bucket);
  const replicas = replicaBucketsOf(scene.world, bucket);
  const ids = table.idsBy('bucket', name);
  const held = ids.slice(0, SEARCHED).flatMap((id) => {
    const object = table.get(id);
    const wrapped = object && wrappedIn(scene, object.encryption.wrappedKey)[0];
    return wrapped ? [{ id, label: object.key, wrapped, arriving: false }] : [];
  });
  return {
    id: `s3/${source?.name ?? name}`,
    title: `S3 ${source?.name ?? name}`,
    region,
    count: source ? `${name}: ${counted(ids.length, 'object')}` : counted(ids.length, 'object'),
    held: sampled(held, SHOWN),
    replicatesTo: [...new Set(replicas.map((replica) => replica.region))].filter((to) => to !== region),
    replicated: source !== undefined || replicas.length > 0,
    expects: scene.world.table(travelling).countBy('target', name) > 0,
  };
}

/**
 * The bucket that another Region's bucket holds the copies of: they share a shelf. Of two that copy each other the
 * first by name gives it; of several copies in one Region the first stands there.
 */
function sourceOf({ world }: Scene, bucket: BucketRecord): BucketRecord | undefined {
  const backTo = new Set(replicaBucketsOf(world, bucket).map(({ name }) => name));
  return world
    .table(buckets)
    .all()
    .find((other) => {
      if (other.region === bucket.region || (backTo.has(other.name) && bucket.name < other.name))
        return false;
      const here = replicaBucketsOf(world, other).filter(({ region }) => region === bucket.region);
      return here[0]?.name === bucket.name;
    });
}

function dynamodbStore(scene: Scene, table: TableRecord): Store {
  const { world } = scene;
  const scale = scaleOf(world, table);
  const here = world.table(items).idsBy('table', table.arn).slice(0, SEARCHED);
  const held = here.flatMap((id) => heldEnvelope(scene, table, world.table(items).get(id), false));
  const arriving = world
    .table(replication)
    .by('target', table.arn)
    .flatMap((write) => heldEnvelope(scene, table, write, true));
  const shown = sampled([...held, ...arriving], SHOWN);
  const isScaled = scale.represents > 1;
  return {
    id: `dynamodb/${table.name}`,
    title: `DynamoDB ${table.name}`,
    region: table.region,
    count: counted(scale.itemCount, 'item'),
    sample: isScaled
      ? `${counted(scale.held, 'real item')} ${scale.held === 1 ? 'stands' : 'stand'} for all of them.`
      : undefined,
    held: shown,
    replicatesTo: table.global ? replicasOf(scene, table) : [],
    replicated: table.global,
    expects: false,
  };
}

function replicasOf({ world }: Scene, table: TableRecord): readonly string[] {
  return world
    .table(tables)
    .all()
    .filter(
      (other) =>
        other.global &&
        other.name === table.name &&
        other.account === table.account &&
        other.region !== table.region,
    )
    .map((other) => other.region);
}

type Held = Pick<ItemRecord, 'key'> & { readonly item?: unknown };

function heldEnvelope(
  scene: Scene,
  table: TableRecord,
  record: Held | undefined,
  arriving: boolean,
): readonly HeldEnvelope[] {
  const wrapped = record?.item === undefined ? undefined : wrappedIn(scene, record.item)[0];
  if (!record || !wrapped) return [];
  const label = `${table.name} ${keyWords(record.key)}`;
  return [{ id: `${table.arn} ${record.key}${arriving ? ' arriving' : ''}`, label, wrapped, arriving }];
}

/** The key attributes' values as people read them: `["1"]` as `1`. */
function keyWords(key: string): string {
  try {
    const values: unknown = JSON.parse(key);
    return Array.isArray(values) ? values.map(String).join(' ') : key;
  } catch {
    return key;
  }
}

/** A handful that shows every seal there is: first one of each material, then others in their order. */
function sampled(held: readonly HeldEnvelope[], most: number): readonly HeldEnvelope[] {
  const kind = ({ wrapped, arriving }: HeldEnvelope) => `${wrapped.keyId}/${wrapped.materialId}/${arriving}`;
  const firsts = new Map(held.map((one) => [kind(one), one] as const).reverse());
  const chosen = new Set([...firsts.values()].slice(-most));
  for (const one of held) {
    if (chosen.size >= most) break;
    chosen.add(one);
  }
  return held.filter((one) => chosen.has(one));
}
