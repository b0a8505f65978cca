import {
  accessKeyIdOf,
  accountOf,
  accountOfAccessKeyId,
  createMemberAccount,
  isEmailTaken,
  managedPolicyText,
  roleOf,
} from '../services/iam';
import type { AccountDirectory } from '../services/organizations';
import type { RoleDirectory } from '../services/sts';

/** STS asks IAM of roles, without knowing it. */
export const roleDirectory: RoleDirectory = {
  role: roleOf,
  managedPolicyText,
  accessKeyId: accessKeyIdOf,
  accountOfAccessKeyId,
};

/** Organizations asks IAM of accounts, likewise. */
export const accountDirectory: AccountDirectory = {
  account: accountOf,
  isEmailTaken,
  create: createMemberAccount,
};
