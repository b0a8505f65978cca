import { define, isRefusal, shape } from '../../../aws';
import { describeInstance } from '../describing';
import { instanceOf, ownedHere, permission } from '../finding';
import { dbInstances } from '../records/db-instance';
import { denied } from '../rules/errors';
import { dbInstance, identifier } from '../rules/shapes';

/** refuses: DBInstanceNotFound */
export const describeDBInstances = define({
  service: 'rds',
  name: 'DescribeDBInstances',
  about: 'Describes database instances: their status, and the key of their storage.',
  input: shape.structure({ DBInstanceIdentifier: identifier }),
  output: shape.structure({ DBInstances: shape.list(dbInstance) }),
  readOnly: true,
  denied,
  permissions: (call) => [
    permission(call, 'DescribeDBInstances', 'db', call.input.DBInstanceIdentifier ?? '*'),
  ],
  handle: (call) => {
    const { DBInstanceIdentifier: name } = call.input;
    if (name === undefined) {
      return {
        DBInstances: call.world.table(dbInstances).by('owner', ownedHere(call)).map(describeInstance),
      };
    }
    const instance = instanceOf(call, name);
    return isRefusal(instance) ? instance : { DBInstances: [describeInstance(instance)] };
  },
});
