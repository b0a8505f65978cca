import { define, isRefusal, shape } from '../../../aws';
import { describeInstance } from '../describing';
import { instanceOf, permission, rdsArn } from '../finding';
import { ownRequest, unwrapRequest } from '../kms';
import { dbInstances } from '../records/db-instance';
import { denied, keyNotAccessible, wrongState } from '../rules/errors';
import { dbInstance, identifier } from '../rules/shapes';
import { STARTING_MS } from '../rules/timing';

/**
 * Brings an instance back that was stopped for want of its key, once RDS gets at the key again.
 * refuses: DBInstanceNotFound, InvalidDBInstanceState, KMSKeyNotAccessibleFault. fact: services 5 (re-enable and restart)
 */
export const startDBInstance = define({
  service: 'rds',
  name: 'StartDBInstance',
  about: 'Starts a stopped database instance.',
  input: shape.structure({ DBInstanceIdentifier: identifier }, ['DBInstanceIdentifier']),
  output: shape.structure({ DBInstance: dbInstance }),
  readOnly: false,
  denied,
  permissions: (call) => [permission(call, 'StartDBInstance', 'db', call.input.DBInstanceIdentifier)],
  resources: (call) => [rdsArn(call, 'db', call.input.DBInstanceIdentifier)],
  responseElements: ({ DBInstance }) => ({ ...DBInstance }),
  handle: (call) => {
    const instance = instanceOf(call, call.input.DBInstanceIdentifier);
    if (isRefusal(instance)) return instance;
    const { status, encryption } = instance;
    if (status !== 'inaccessible-encryption-credentials-recoverable' || !encryption) {
      return wrongState(instance.name, status);
    }
    const answer = call.call('kms', 'Decrypt', unwrapRequest(encryption), ownRequest(instance));
    if (!answer.ok) return keyNotAccessible(encryption.keyArn);
    const starting = call.world.put(dbInstances, {
      ...instance,
      status: 'starting',
      failing: undefined,
      dueAtMs: call.nowMs + STARTING_MS,
    });
    return { DBInstance: describeInstance(starting) };
  },
});
