import { type Call, define, isRefusal, type Permission, type Refusal, shape } from '../../../aws';
import { describeTable } from '../describing';
import { makeTableKey } from '../encryption';
import { describedTable, tableArn, tableArnOf, tableNameOf, tablePermission } from '../finding';
import { type TableRecord, tables } from '../records/table';
import { type ReplicaUpdate, updateReplica } from '../replicas';
import { tableInUse, validation } from '../rules/errors';
import { refuseBilling } from '../rules/schema';
import {
  billingMode,
  replicaUpdates,
  sseSpecification,
  streamSpecification,
  tableDescription,
  tableName,
  throughput,
} from '../rules/shapes';
import { UPDATING_MS } from '../rules/timing';

const input = shape.structure(
  {
    TableName: tableName,
    BillingMode: billingMode,
    ProvisionedThroughput: throughput,
    StreamSpecification: streamSpecification,
    SSESpecification: sseSpecification,
    ReplicaUpdates: replicaUpdates,
    DeletionProtectionEnabled: shape.boolean(),
  },
  ['TableName'],
);
type Input = NonNullable<(typeof input)['type']>;

/**
 * Changes a table, and adds or removes replicas of a global table. It can be used all the while.
 * refuses: Validation, ResourceNotFound, ResourceInUse
 */
export const updateTable = define({
  service: 'dynamodb',
  name: 'UpdateTable',
  about: 'Changes a table: capacity mode, stream, encryption, deletion protection, replicas.',
  input,
  output: shape.structure({ TableDescription: tableDescription }),
  readOnly: false,
  permissions: (call) => [
    tablePermission(call, 'UpdateTable', call.input.TableName),
    ...(call.input.ReplicaUpdates ?? []).flatMap((update) => replicaPermissions(call, update)),
  ],
  resources: (call) => [tableArnOf(call, call.input.TableName)],
  responseElements: ({ TableDescription }) => ({ tableDescription: TableDescription }),
  handle: (call) => {
    const { world } = call;
    const { TableName, ...changes } = call.input;
    if (Object.values(changes).every((change) => change === undefined)) return validation(NOTHING_TO_DO);
    const table = describedTable(call, TableName);
    if (isRefusal(table)) return table;
    if (table.status === 'CREATING') return tableInUse(table.name, 'created');
    if (table.status === 'UPDATING') return tableInUse(table.name, 'updated');
    if (table.status === 'DELETING') return tableInUse(table.name, 'deleted');
    let changed: TableRecord | Refusal = changeTable(call, table);
    for (const update of call.input.ReplicaUpdates ?? []) {
      if (!isRefusal(changed)) changed = updateReplica(call, changed, update);
    }
    return isRefusal(changed) ? changed : { TableDescription: describeTable(world, changed) };
  },
});

const NOTHING_TO_DO =
  'At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required';

function changeTable(call: Call<Input>, table: TableRecord): TableRecord | Refusal {
  const { input: request, world, nowMs } = call;
  const { DeletionProtectionEnabled: protection, StreamSpecification: stream } = request;
  const capacity = changedCapacity(request, table);
  if (isRefusal(capacity)) return capacity;
  const encryption = changedEncryption(call, table);
  if (isRefusal(encryption)) return encryption;
  const streamViewType = stream?.StreamEnabled ? stream.StreamViewType : undefined;
  const onlyReplicas = Object.keys(request).every(
    (name) => name === 'TableName' || name === 'ReplicaUpdates',
  );
  if (onlyReplicas) return table;
  return world.put(tables, {
    ...table,
    ...capacity,
    ...encryption,
    streamViewType: stream && !table.global ? streamViewType : table.streamViewType,
    deletionProtection: protection ?? table.deletionProtection,
    status: 'UPDATING',
    settlesAtMs: nowMs + UPDATING_MS,
  });
}

function changedCapacity(request: Input, table: TableRecord): Pick<TableRecord, 'provisioned'> | Refusal {
  const { BillingMode, ProvisionedThroughput: units } = request;
  if (!BillingMode && !units) return { provisioned: table.provisioned };
  const refusal = refuseBilling({
    BillingMode: BillingMode ?? (table.provisioned ? 'PROVISIONED' : 'PAY_PER_REQUEST'),
    ProvisionedThroughput: units,
  });
  return (
    refusal ?? { provisioned: units && { read: units.ReadCapacityUnits, write: units.WriteCapacityUnits } }
  );
}

/** Another key makes a new table key; the items stay as they are. fact: services 3 */
function changedEncryption(call: Call<Input>, table: TableRecord): Pick<TableRecord, 'encryption'> | Refusal {
  const wanted = call.input.SSESpecification;
  if (!wanted) return { encryption: table.encryption };
  if (table.global && wanted.KMSMasterKeyId) {
    return validation(
      'Invalid operation: Customer Managed CMKs on Global Table Version 2019.11.21 replicas cannot be updated through SSESpecification parameter and can only be updated through ReplicaUpdates parameter',
    );
  }
  if (!wanted.Enabled) return { encryption: undefined };
  const encryption = makeTableKey(call, table, wanted.KMSMasterKeyId);
  return isRefusal(encryption) ? encryption : { encryption };
}

/** assumed: of the replication permissions AWS lists, those that name the replica's table */
function replicaPermissions(call: Call<Input>, update: ReplicaUpdate): readonly Permission[] {
  const region = (update.Create ?? update.Delete)?.RegionName;
  if (!region) return [];
  const action = update.Create ? 'dynamodb:CreateTableReplica' : 'dynamodb:DeleteTableReplica';
  const { account } = call.principal;
  return [{ action, resource: tableArn(region, account, tableNameOf(call.input.TableName)), account }];
}
