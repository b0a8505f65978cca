import { define, isRefusal, shape } from '../../../aws';
import { describeInstance } from '../describing';
import { newResourceId, permission, rdsArn } from '../finding';
import { encryptStorage, MANAGED_KEY } from '../kms';
import { dbInstances } from '../records/db-instance';
import { newInstance } from '../restoring';
import { denied, instanceExists, invalidCombination } from '../rules/errors';
import { dbInstance, identifier } from '../rules/shapes';

/**
 * Makes an instance; whether it is encrypted is settled for good.
 * refuses: InvalidParameterCombination, DBInstanceAlreadyExists, KMSKeyNotAccessibleFault. fact: services 1, 5
 */
export const createDBInstance = define({
  service: 'rds',
  name: 'CreateDBInstance',
  about: 'Creates a database instance, encrypted or not for good.',
  input: shape.structure(
    {
      DBInstanceIdentifier: identifier,
      AllocatedStorage: shape.integer({ min: 5 }),
      DBInstanceClass: shape.string(),
      Engine: shape.string(),
      MasterUsername: shape.string(),
      MasterUserPassword: shape.string({ sensitive: true }),
      BackupRetentionPeriod: shape.integer({ min: 0, max: 35 }),
      StorageEncrypted: shape.boolean(),
      KmsKeyId: shape.string(),
    },
    ['DBInstanceIdentifier', 'DBInstanceClass', 'Engine'],
  ),
  output: shape.structure({ DBInstance: dbInstance }),
  readOnly: false,
  denied,
  permissions: (call) => [permission(call, 'CreateDBInstance', 'db', call.input.DBInstanceIdentifier)],
  resources: (call) => [rdsArn(call, 'db', call.input.DBInstanceIdentifier)],
  responseElements: ({ DBInstance }) => ({ ...DBInstance }),
  handle: (call) => {
    const { input, world, region, principal } = call;
    if (input.KmsKeyId !== undefined && !input.StorageEncrypted) {
      return invalidCombination('KmsKeyId needs StorageEncrypted: an unencrypted DB instance has no key.');
    }
    const arn = rdsArn(call, 'db', input.DBInstanceIdentifier);
    if (world.table(dbInstances).get(arn)) return instanceExists();
    const resourceId = newResourceId(call);
    const place = { region, account: principal.account, arn };
    const storage = input.StorageEncrypted
      ? encryptStorage(call, place, input.KmsKeyId ?? MANAGED_KEY, resourceId)
      : undefined;
    if (isRefusal(storage)) return storage;
    const instance = newInstance(call, {
      arn,
      resourceId,
      instanceClass: input.DBInstanceClass,
      engine: input.Engine,
      masterUsername: input.MasterUsername ?? 'admin',
      sizeGiB: input.AllocatedStorage ?? 20,
      backupDays: input.BackupRetentionPeriod ?? 1,
      storage,
    });
    return { DBInstance: describeInstance(instance) };
  },
});
