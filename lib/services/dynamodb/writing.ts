import type { AwsWorld, Call } from '../../aws';
import { type ItemRecord, isNewer, itemId, items, type StoredItem, type Version } from './records/item';
import { type ReplicationRecord, replication, replicationId, sourceOf } from './records/replication';
import { globalOf, type TableRecord, tables } from './records/table';
import type { PrimaryKey } from './rules/keys';
import { REPLICATION_LAG_MS } from './rules/timing';

export function itemOf(world: AwsWorld, table: TableRecord, { key }: PrimaryKey): ItemRecord | undefined {
  return world.table(items).get(itemId(table.arn, key));
}

/** Writes an item, or deletes it where none is given, and sends the write on its way to the other replicas. */
export function writeItem(
  call: Call<object>,
  table: TableRecord,
  { key, partition }: PrimaryKey,
  item: StoredItem | undefined,
): void {
  const { world, nowMs } = call;
  const version: Version = { atMs: nowMs, seq: world.log.head + 1, region: table.region };
  place(world, { tableArn: table.arn, key, partition, version }, item);
  for (const replica of otherReplicas(world, table)) {
    if (replica.status === 'DELETING') continue;
    world.put(replication, {
      fromArn: table.arn,
      toArn: replica.arn,
      key,
      partition,
      item,
      version,
      arrivesAtMs: nowMs + REPLICATION_LAG_MS,
    });
  }
}

/** The other replicas of a global table. */
export function otherReplicas(world: AwsWorld, table: TableRecord): readonly TableRecord[] {
  if (!table.global) return [];
  return world
    .table(tables)
    .by('global', globalOf(table.account, table.name))
    .filter((replica) => replica.arn !== table.arn);
}

/** A write reaches another replica. The last writer wins, whatever arrives last. */
export function arrive(world: AwsWorld, write: ReplicationRecord): void {
  world.delete(replication, replicationId(write));
  const { toArn, key, partition, version, item } = write;
  const table = world.table(tables).get(toArn);
  if (!table || table.status === 'DELETING') return;
  // A deleted item leaves nothing to compare with; but the deletion is still on its way from here.
  const leaving = world.table(replication).by('source', sourceOf(toArn, key));
  if (leaving.some((own) => isNewer(own.version, version))) return;
  for (const own of leaving) world.delete(replication, replicationId(own));
  placeIfNewer(world, { tableArn: toArn, key, partition, version }, item);
}

/** Gives a new replica the items of another one. */
export function copyItems(world: AwsWorld, fromArn: string, toArn: string): void {
  for (const { item, ...rest } of world.table(items).by('table', fromArn)) {
    placeIfNewer(world, { ...rest, tableArn: toArn }, item);
  }
}

type Place = Omit<ItemRecord, 'item'>;

function placeIfNewer(world: AwsWorld, where: Place, item: StoredItem | undefined): void {
  const held = world.table(items).get(itemId(where.tableArn, where.key));
  if (!held || isNewer(where.version, held.version)) place(world, where, item);
}

function place(world: AwsWorld, where: Place, item: StoredItem | undefined): void {
  if (item) world.put(items, { ...where, item });
  else world.delete(items, itemId(where.tableArn, where.key));
}
