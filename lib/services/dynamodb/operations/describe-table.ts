import { define, isRefusal, shape } from '../../../aws';
import { describeTable as description } from '../describing';
import { describedTable, tableArnOf, tablePermission } from '../finding';
import { tableDescription, tableName } from '../rules/shapes';

export const describeTable = define({
  service: 'dynamodb',
  name: 'DescribeTable',
  about: 'Describes a table: its status, key schema, replicas, encryption and item count.',
  input: shape.structure({ TableName: tableName }, ['TableName']),
  output: shape.structure({ Table: tableDescription }),
  readOnly: true,
  permissions: (call) => [tablePermission(call, 'DescribeTable', call.input.TableName)],
  resources: (call) => [tableArnOf(call, call.input.TableName)],
  handle: (call) => {
    const table = describedTable(call, call.input.TableName);
    return isRefusal(table) ? table : { Table: description(call.world, table) };
  },
});
