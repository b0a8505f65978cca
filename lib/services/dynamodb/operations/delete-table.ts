import { define, isRefusal, shape } from '../../../aws';
import { describeTable } from '../describing';
import { describedTable, tableArnOf, tablePermission } from '../finding';
import { tables } from '../records/table';
import { tableInUse, validation } from '../rules/errors';
import { tableDescription, tableName } from '../rules/shapes';
import { DELETING_MS } from '../rules/timing';

/** Deletes a table with all its items; a replica of a global table goes alone. refuses: ResourceNotFound, ResourceInUse */
export const deleteTable = define({
  service: 'dynamodb',
  name: 'DeleteTable',
  about: 'Deletes a table and all its items.',
  input: shape.structure({ TableName: tableName }, ['TableName']),
  output: shape.structure({ TableDescription: tableDescription }),
  readOnly: false,
  permissions: (call) => [tablePermission(call, 'DeleteTable', call.input.TableName)],
  resources: (call) => [tableArnOf(call, call.input.TableName)],
  responseElements: ({ TableDescription }) => ({ tableDescription: TableDescription }),
  handle: (call) => {
    const { world, nowMs } = call;
    const table = describedTable(call, call.input.TableName);
    if (isRefusal(table)) return table;
    if (table.deletionProtection) {
      return validation(
        'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
      );
    }
    if (table.status === 'CREATING') return tableInUse(table.name, 'created');
    if (table.status === 'UPDATING') return tableInUse(table.name, 'updated');
    if (table.status === 'DELETING') return tableInUse(table.name, 'deleted');
    const leaving = world.put(tables, { ...table, status: 'DELETING', settlesAtMs: nowMs + DELETING_MS });
    return { TableDescription: describeTable(world, leaving) };
  },
});
