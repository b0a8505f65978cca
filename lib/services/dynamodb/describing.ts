import type { AwsWorld } from '../../aws';
import { items } from './records/item';
import type { TableRecord } from './records/table';
import { keyAttributes } from './rules/keys';
import type { TableDescription } from './rules/shapes';
import { sizeOfItem } from './rules/values';
import { scaleOf } from './scale';
import { otherReplicas } from './writing';

/** A table as CreateTable, DescribeTable, UpdateTable and DeleteTable answer it. */
export function describeTable(world: AwsWorld, table: TableRecord): TableDescription {
  const { itemCount, represents } = scaleOf(world, table);
  return {
    AttributeDefinitions: keyAttributes(table).map(({ name, type }) => ({
      AttributeName: name,
      AttributeType: type,
    })),
    TableName: table.name,
    KeySchema: keyAttributes(table).map(({ name }, i) => ({
      AttributeName: name,
      KeyType: i === 0 ? 'HASH' : 'RANGE',
    })),
    TableStatus: table.status,
    CreationDateTime: table.createdAtMs,
    ProvisionedThroughput: {
      NumberOfDecreasesToday: 0,
      ReadCapacityUnits: table.provisioned?.read ?? 0,
      WriteCapacityUnits: table.provisioned?.write ?? 0,
    },
    TableSizeBytes: Math.round(bytesHeld(world, table) * represents),
    ItemCount: itemCount,
    TableArn: table.arn,
    TableId: table.tableId,
    BillingModeSummary: billingSummary(table),
    ...streamOf(table),
    ...replicasOf(world, table),
    SSEDescription: table.encryption && {
      Status: 'ENABLED',
      SSEType: 'KMS',
      KMSMasterKeyArn: table.encryption.keyArn,
    },
    DeletionProtectionEnabled: table.deletionProtection,
  };
}

function bytesHeld(world: AwsWorld, table: TableRecord): number {
  const held = world.table(items).by('table', table.arn);
  return held.reduce((total, { item }) => total + sizeOfItem(item), 0);
}

function billingSummary(table: TableRecord): TableDescription['BillingModeSummary'] {
  if (table.provisioned) return undefined;
  if (table.status === 'CREATING') return { BillingMode: 'PAY_PER_REQUEST' };
  return { BillingMode: 'PAY_PER_REQUEST', LastUpdateToPayPerRequestDateTime: table.createdAtMs };
}

function streamOf(table: TableRecord): Partial<TableDescription> {
  const view = table.streamViewType;
  if (!view) return {};
  const label = new Date(table.createdAtMs).toISOString().slice(0, -1);
  return {
    StreamSpecification: { StreamEnabled: true, StreamViewType: view },
    LatestStreamLabel: label,
    LatestStreamArn: `${table.arn}/stream/${label}`,
  };
}

/** The replica in the Region that is asked is not listed. assumed: as public recordings show it */
function replicasOf(world: AwsWorld, table: TableRecord): Partial<TableDescription> {
  const others = otherReplicas(world, table);
  if (others.length === 0) return {};
  return {
    GlobalTableVersion: '2019.11.21',
    Replicas: others.map((replica) => ({
      RegionName: replica.region,
      ReplicaStatus: replica.status,
      KMSMasterKeyId: replica.encryption?.keyArn,
    })),
  };
}
