import { define, isRefusal, shape } from '../../../aws';
import { uuidOf } from '../../../base';
import { describeTable } from '../describing';
import { makeTableKey } from '../encryption';
import { tableArn, tablePermission } from '../finding';
import { type TableRecord, tables } from '../records/table';
import { tableExists } from '../rules/errors';
import { readSchema, refuseBilling } from '../rules/schema';
import {
  attributeDefinitions,
  billingMode,
  keySchema,
  newTableName,
  sseSpecification,
  streamSpecification,
  tableDescription,
  throughput,
} from '../rules/shapes';
import { CREATING_MS } from '../rules/timing';

/** Makes a table; it can be used once it is ACTIVE. refuses: Validation, ResourceInUse, Validation (KMS) */
export const createTable = define({
  service: 'dynamodb',
  name: 'CreateTable',
  about: 'Creates a table in this account and Region.',
  input: shape.structure(
    {
      AttributeDefinitions: attributeDefinitions,
      TableName: newTableName,
      KeySchema: keySchema,
      BillingMode: billingMode,
      ProvisionedThroughput: throughput,
      StreamSpecification: streamSpecification,
      SSESpecification: sseSpecification,
      DeletionProtectionEnabled: shape.boolean(),
    },
    ['AttributeDefinitions', 'TableName', 'KeySchema'],
  ),
  output: shape.structure({ TableDescription: tableDescription }),
  readOnly: false,
  permissions: (call) => [tablePermission(call, 'CreateTable', call.input.TableName)],
  resources: (call) => [tableArn(call.region, call.principal.account, call.input.TableName)],
  responseElements: ({ TableDescription }) => ({ tableDescription: TableDescription }),
  handle: (call) => {
    const { input, region, world, nowMs } = call;
    const { account } = call.principal;
    const name = input.TableName;
    const schema = readSchema(input.KeySchema, input.AttributeDefinitions);
    if (isRefusal(schema)) return schema;
    const badBilling = refuseBilling(input);
    if (badBilling) return badBilling;
    const arn = tableArn(region, account, name);
    if (world.table(tables).get(arn)) return tableExists(name);
    const sse = input.SSESpecification;
    const encryption = sse?.Enabled
      ? makeTableKey(call, { account, region, name }, sse.KMSMasterKeyId)
      : undefined;
    if (isRefusal(encryption)) return encryption;
    const units = input.ProvisionedThroughput;
    const table: TableRecord = {
      arn,
      name,
      account,
      region,
      tableId: uuidOf(call.random('table-id', 16)),
      createdAtMs: nowMs,
      keySchema: schema,
      status: 'CREATING',
      settlesAtMs: nowMs + CREATING_MS,
      provisioned: units && { read: units.ReadCapacityUnits, write: units.WriteCapacityUnits },
      deletionProtection: input.DeletionProtectionEnabled ?? false,
      streamViewType: input.StreamSpecification?.StreamEnabled
        ? input.StreamSpecification.StreamViewType
        : undefined,
      global: false,
      encryption,
    };
    return { TableDescription: describeTable(world, world.put(tables, table)) };
  },
});
