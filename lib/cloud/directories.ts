import { accessKeyIdOf, accountOfAccessKeyId, managedPolicyText, roleOf } from '../services/iam';
import type { RoleDirectory } from '../services/sts';

/** STS asks IAM of roles, without knowing it. */
export const roleDirectory: RoleDirectory = {
  role: roleOf,
  managedPolicyText,
  accessKeyId: accessKeyIdOf,
  accountOfAccessKeyId,
};
