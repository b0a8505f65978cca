import { type Call, define, isRefusal, type Refusal, refuse, regionalArn, shape } from '../../aws';
import { items, scaleOf, setScale, type TableRecord, tables } from '../../services/dynamodb';
import { LAB_SERVICE, noPermissions } from './labs-own';
import { sampleId, samples } from './records/sample';

const tableName = shape.string({ min: 3, max: 255 });
const described = shape.structure({
  TableName: shape.string(),
  ItemCount: shape.long(),
  PerDay: shape.long(),
  /** What was stated; the count has grown since. */
  Stated: shape.long(),
  /** Real items when it was stated, each of which stands for so many. */
  Sample: shape.long(),
  Represents: shape.long(),
});

/** Lets the few real items of a table stand for many. */
export const setTableScale = define({
  service: LAB_SERVICE,
  name: 'SetTableScale',
  about: 'Lets the real items of a table, and of its replicas, stand for more.',
  input: shape.structure(
    {
      TableName: tableName,
      Items: shape.long({ min: 1, max: 1_000_000_000_000 }),
      PerDay: shape.long({ min: 0, max: 1_000_000_000_000 }),
    },
    ['TableName', 'Items'],
  ),
  output: described,
  readOnly: false,
  permissions: noPermissions,
  responseElements: (output) => output,
  handle: (call) => {
    const table = tableOf(call, call.input.TableName);
    if (isRefusal(table)) return table;
    const { account } = call.principal;
    const held = call.world.table(items).countBy('table', table.arn);
    call.world.put(samples, { account, tableName: table.name, items: call.input.Items, held });
    setScale(call.world, table.arn, { items: call.input.Items, perDay: call.input.PerDay ?? 0 });
    return shown(call, table);
  },
});

export const describeTableScale = define({
  service: LAB_SERVICE,
  name: 'DescribeTableScale',
  about: 'Answers how many items each real item of a table stands for.',
  input: shape.structure({ TableName: tableName }, ['TableName']),
  output: described,
  readOnly: true,
  permissions: noPermissions,
  handle: (call) => {
    const table = tableOf(call, call.input.TableName);
    return isRefusal(table) ? table : shown(call, table);
  },
});

function tableOf(call: Call<object>, name: string): TableRecord | Refusal {
  const arn = regionalArn('dynamodb', call.region, call.principal.account, `table/${name}`);
  const table = call.world.table(tables).get(arn);
  return table ?? refuse('ResourceNotFoundException', `No table named ${name} is in ${call.region}.`);
}

function shown(call: Call<object>, table: TableRecord) {
  const { itemCount, perDay, held } = scaleOf(call.world, table);
  const sample = call.world.table(samples).get(sampleId(call.principal.account, table.name));
  const stated = sample ?? { items: itemCount, held };
  return {
    TableName: table.name,
    ItemCount: itemCount,
    PerDay: perDay,
    Stated: stated.items,
    Sample: stated.held,
    Represents: Math.round(stated.items / Math.max(1, stated.held)),
  };
}
