import type { AwsWorld } from '../../aws';
import { items } from './records/item';
import { type ReplicationRecord, replication, replicationId } from './records/replication';
import { scales } from './records/scale';
import { type TableRecord, tables } from './records/table';
import { tableKeyCacheId, tableKeyCaches } from './records/table-key-cache';
import { copyScale } from './scale';
import { arrive, copyItems, otherReplicas } from './writing';

/** What the clock does to DynamoDB's records, by table. */
export const dueHandlers: Readonly<Record<string, (world: AwsWorld, record: object) => void>> = {
  [tables.name]: (world, record) => settle(world, record as TableRecord),
  [replication.name]: (world, record) => arrive(world, record as ReplicationRecord),
};

/** CREATING, UPDATING or DELETING ends. */
function settle(world: AwsWorld, table: TableRecord): void {
  if (table.status === 'DELETING') {
    remove(world, table);
    return;
  }
  if (table.copyOf) {
    copyItems(world, table.copyOf, table.arn);
    copyScale(world, table.copyOf, table.arn);
  }
  world.put(tables, { ...table, status: 'ACTIVE', settlesAtMs: undefined, copyOf: undefined });
}

function remove(world: AwsWorld, table: TableRecord): void {
  for (const id of world.table(items).idsBy('table', table.arn)) world.delete(items, id);
  for (const write of world.table(replication).by('target', table.arn)) {
    world.delete(replication, replicationId(write));
  }
  for (const { tableArn, caller } of world.table(tableKeyCaches).by('table', table.arn)) {
    world.delete(tableKeyCaches, tableKeyCacheId(tableArn, caller));
  }
  world.delete(scales, table.arn);
  const [other, third] = otherReplicas(world, table);
  if (other && !third) world.put(tables, { ...other, global: false });
  world.delete(tables, table.arn);
}
