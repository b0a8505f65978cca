import { define, isRefusal, shape } from '../../../aws';
import { describeInstance } from '../describing';
import { instanceOf, permission, rdsArn } from '../finding';
import { retire } from '../kms';
import { dbInstances } from '../records/db-instance';
import { denied } from '../rules/errors';
import { dbInstance, identifier } from '../rules/shapes';

/** The grant ends with the instance. refuses: DBInstanceNotFound. fact: services 5 */
export const deleteDBInstance = define({
  service: 'rds',
  name: 'DeleteDBInstance',
  about: 'Deletes a database instance; RDS retires its grant.',
  input: shape.structure({ DBInstanceIdentifier: identifier, SkipFinalSnapshot: shape.boolean() }, [
    'DBInstanceIdentifier',
  ]),
  output: shape.structure({ DBInstance: dbInstance }),
  readOnly: false,
  denied,
  permissions: (call) => [permission(call, 'DeleteDBInstance', 'db', call.input.DBInstanceIdentifier)],
  resources: (call) => [rdsArn(call, 'db', call.input.DBInstanceIdentifier)],
  handle: (call) => {
    const instance = instanceOf(call, call.input.DBInstanceIdentifier);
    if (isRefusal(instance)) return instance;
    const { encryption, grantId } = instance;
    if (encryption && grantId) retire(call, instance, encryption.keyArn, grantId);
    call.world.delete(dbInstances, instance.arn);
    return { DBInstance: { ...describeInstance(instance), DBInstanceStatus: 'deleting' } };
  },
});
