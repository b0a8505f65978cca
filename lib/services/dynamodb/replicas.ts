import { type Call, isRefusal, isRegion, type Refusal } from '../../aws';
import { uuidOf } from '../../base';
import { makeTableKey } from './encryption';
import { tableArn } from './finding';
import { type TableRecord, tables } from './records/table';
import { invalidValues, validation } from './rules/errors';
import { DELETING_MS, REPLICA_CREATING_MS } from './rules/timing';
import { otherReplicas } from './writing';

interface ReplicaMember {
  readonly RegionName: string;
  readonly KMSMasterKeyId?: string;
}

export interface ReplicaUpdate {
  readonly Create?: ReplicaMember;
  readonly Update?: ReplicaMember;
  readonly Delete?: { readonly RegionName: string };
}

/** Adds or removes one replica of a global table, version 2019.11.21. Answers the table it was asked of, as it is now. */
export function updateReplica(
  call: Call<object>,
  table: TableRecord,
  update: ReplicaUpdate,
): TableRecord | Refusal {
  if (update.Create) return createReplica(call, table, update.Create);
  if (update.Delete) return deleteReplica(call, table, update.Delete.RegionName);
  if (update.Update) return changeReplica(call, table, update.Update);
  return invalidValues('One of Create, Update or Delete must be specified in ReplicaUpdate');
}

function createReplica(call: Call<object>, table: TableRecord, wanted: ReplicaMember): TableRecord | Refusal {
  const { world, nowMs } = call;
  const region = wanted.RegionName;
  const refusal = refuseReplica(call, table, wanted);
  if (refusal) return refusal;
  const encryption = table.encryption
    ? makeTableKey(call, { ...table, region }, wanted.KMSMasterKeyId)
    : undefined;
  if (isRefusal(encryption)) return encryption;
  const settlesAtMs = nowMs + REPLICA_CREATING_MS;
  world.put(tables, {
    ...table,
    arn: tableArn(region, table.account, table.name),
    region,
    tableId: uuidOf(call.random(`table-id/${region}`, 16)),
    createdAtMs: nowMs,
    status: 'CREATING',
    settlesAtMs,
    deletionProtection: false,
    streamViewType: 'NEW_AND_OLD_IMAGES',
    global: true,
    copyOf: table.arn,
    encryption,
  });
  const source: TableRecord = {
    ...table,
    status: 'UPDATING',
    settlesAtMs,
    streamViewType: 'NEW_AND_OLD_IMAGES',
    global: true,
  };
  return world.put(tables, source);
}

/** assumed: texts as known from public logs */
function refuseReplica(call: Call<object>, table: TableRecord, wanted: ReplicaMember): Refusal | undefined {
  const { RegionName: region, KMSMasterKeyId: keyId } = wanted;
  if (!isRegion(region)) return validation(`Region ${region} is not supported for replicas`);
  if (table.provisioned) {
    return validation('Table write capacity should either be Pay-Per-Request or AutoScaled.');
  }
  if (call.world.table(tables).get(tableArn(region, table.account, table.name))) {
    return validation(
      `Failed to create a the new replica of table with name: '${table.name}' because one or more replicas already existed as tables.`,
    );
  }
  // Every replica has its own key in its own Region, and all use the same kind of key. fact: services 3
  if (table.encryption && !table.encryption.managed && !keyId) {
    return invalidValues('KMSMasterKeyId must be specified for each replica.');
  }
  if (keyId && !table.encryption) {
    return invalidValues(
      'KMSMasterKeyId cannot be specified for replicas of a table under an AWS owned key.',
    );
  }
  return undefined;
}

function deleteReplica(call: Call<object>, table: TableRecord, region: string): TableRecord | Refusal {
  const { world, nowMs } = call;
  const replica = otherReplicas(world, table).find((other) => other.region === region);
  if (!replica || replica.status === 'DELETING') {
    return validation(
      `Update table operation failed because the replica in region ${region} does not exist for table ${table.name}`,
    );
  }
  const settlesAtMs = nowMs + DELETING_MS;
  world.put(tables, { ...replica, status: 'DELETING', settlesAtMs, copyOf: undefined });
  return world.put(tables, { ...table, status: 'UPDATING', settlesAtMs });
}

/** Puts a replica under another KMS key of its Region. */
function changeReplica(call: Call<object>, table: TableRecord, wanted: ReplicaMember): TableRecord | Refusal {
  const { world } = call;
  const group = [table, ...otherReplicas(world, table)];
  const replica = group.find((member) => member.region === wanted.RegionName);
  if (!replica?.encryption || !wanted.KMSMasterKeyId) {
    return invalidValues('KMSMasterKeyId must be specified for each replica.');
  }
  const encryption = makeTableKey(call, replica, wanted.KMSMasterKeyId);
  if (isRefusal(encryption)) return encryption;
  const changed = world.put(tables, { ...replica, encryption });
  return replica.arn === table.arn ? changed : table;
}
