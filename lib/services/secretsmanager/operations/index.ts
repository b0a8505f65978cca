import type { AnyOperation } from '../../../aws';
import { createSecret } from './create-secret';
import { deleteResourcePolicy } from './delete-resource-policy';
import { deleteSecret } from './delete-secret';
import { describeSecret } from './describe-secret';
import { getResourcePolicy } from './get-resource-policy';
import { getSecretValue } from './get-secret-value';
import { listSecrets } from './list-secrets';
import { putResourcePolicy } from './put-resource-policy';
import { putSecretValue } from './put-secret-value';
import { replicateSecretToRegions } from './replicate-secret-to-regions';
import { restoreSecret } from './restore-secret';
import { updateSecret } from './update-secret';

export const operations: Readonly<Record<string, AnyOperation>> = {
  CreateSecret: createSecret,
  DeleteResourcePolicy: deleteResourcePolicy,
  DeleteSecret: deleteSecret,
  DescribeSecret: describeSecret,
  GetResourcePolicy: getResourcePolicy,
  GetSecretValue: getSecretValue,
  ListSecrets: listSecrets,
  PutResourcePolicy: putResourcePolicy,
  PutSecretValue: putSecretValue,
  ReplicateSecretToRegions: replicateSecretToRegions,
  RestoreSecret: restoreSecret,
  UpdateSecret: updateSecret,
};
