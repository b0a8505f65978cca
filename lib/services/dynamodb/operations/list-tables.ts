import { define, shape } from '../../../aws';
import { byCodeUnit } from '../../../base';
import { ownerOf, tables } from '../records/table';

const MOST_NAMES = 100;

export const listTables = define({
  service: 'dynamodb',
  name: 'ListTables',
  about: 'Lists the names of the tables of this account and Region.',
  input: shape.structure({
    ExclusiveStartTableName: shape.string({ min: 3, max: 255, pattern: '[a-zA-Z0-9_.-]+' }),
    Limit: shape.integer({ min: 1, max: MOST_NAMES }),
  }),
  output: shape.structure({ TableNames: shape.list(shape.string()), LastEvaluatedTableName: shape.string() }),
  readOnly: true,
  permissions: () => [{ action: 'dynamodb:ListTables', resource: '*' }],
  handle: (call) => {
    const { ExclusiveStartTableName: after = '', Limit: limit = MOST_NAMES } = call.input;
    const owned = call.world.table(tables).by('owner', ownerOf(call.principal.account, call.region));
    const names = owned.map(({ name }) => name).filter((name) => byCodeUnit(name, after) > 0);
    const page = names.slice(0, limit);
    return {
      TableNames: page,
      LastEvaluatedTableName: names.length > page.length ? page.at(-1) : undefined,
    };
  },
});
