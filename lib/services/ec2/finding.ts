import { type Call, isRefusal, type Permission, type Refusal, regionalArn } from '../../aws';
import { fitsWildcard } from '../../policy';
import { type InstanceRecord, instances } from './records/instance';
import { type SnapshotRecord, snapshots } from './records/snapshot';
import { ownerOf, type VolumeRecord, volumes } from './records/volume';
import { instanceNotFound, invalidParameter, snapshotNotFound, volumeNotFound } from './rules/errors';

type Kind = 'volume' | 'snapshot' | 'instance';

/** ARN of what an id names in the caller's account; a snapshot's names no account. */
export function ec2Arn(call: Call<object>, kind: Kind, id: string): string {
  return regionalArn('ec2', call.region, kind === 'snapshot' ? '' : call.principal.account, `${kind}/${id}`);
}

export function permission(call: Call<object>, action: string, kind?: Kind, id = '*'): Permission {
  return { action: `ec2:${action}`, resource: kind ? ec2Arn(call, kind, id) : '*' };
}

/** A volume of the caller's account in this Region. */
export function volumeOf(call: Call<object>, id: string): VolumeRecord | Refusal {
  const volume = call.world.table(volumes).get(id);
  return volume && isHere(call, volume) ? volume : volumeNotFound(id);
}

export function instanceOf(call: Call<object>, id: string): InstanceRecord | Refusal {
  const instance = call.world.table(instances).get(id);
  return instance && isHere(call, instance) ? instance : instanceNotFound(id);
}

/** A snapshot the caller owns. */
export function ownSnapshot(call: Call<object>, id: string): SnapshotRecord | Refusal {
  const snapshot = call.world.table(snapshots).get(id);
  return snapshot && isHere(call, snapshot) ? snapshot : snapshotNotFound(id);
}

/** A snapshot the caller may read: his own, one shared with his account, or a public one. */
export function readableSnapshot(
  call: Call<object>,
  id: string,
  region = call.region,
): SnapshotRecord | Refusal {
  const snapshot = call.world.table(snapshots).get(id);
  const { account } = call.principal;
  const isReadable =
    snapshot?.region === region &&
    (snapshot.account === account || snapshot.public || snapshot.sharedWith.includes(account));
  return isReadable ? snapshot : snapshotNotFound(id);
}

function isHere(call: Call<object>, { account, region }: { account: string; region: string }): boolean {
  return account === call.principal.account && region === call.region;
}

/** What ids name, or the first that names nothing; without ids all of the caller's. */
export function named<R>(
  ids: readonly string[] | undefined,
  find: (id: string) => R | Refusal,
  all: () => readonly R[],
): readonly R[] | Refusal {
  if (!ids || ids.length === 0) return all();
  const found: R[] = [];
  for (const id of ids) {
    const record = find(id);
    if (isRefusal(record)) return record;
    found.push(record);
  }
  return found;
}

export function ownedHere(call: Call<object>): string {
  return ownerOf(call.principal.account, call.region);
}

interface Filter {
  readonly Name?: string;
  readonly Values?: readonly string[];
}

/** Keeps what fits every filter: any of its values, `*` standing for any text. */
export function fitting<R>(
  records: readonly R[],
  filters: readonly Filter[] | undefined,
  fields: Readonly<Record<string, (record: R) => string | undefined>>,
): readonly R[] | Refusal {
  let kept = records;
  for (const filter of filters ?? []) {
    const field = Object.hasOwn(fields, filter.Name ?? '') ? fields[filter.Name ?? ''] : undefined;
    if (!field) return invalidParameter(`The filter '${filter.Name ?? 'null'}' is invalid`);
    kept = kept.filter((record) => {
      const text = field(record);
      return text !== undefined && (filter.Values ?? []).some((value) => fitsWildcard(value, text));
    });
  }
  return kept;
}
