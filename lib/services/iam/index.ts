export {
  identityPoliciesOf,
  isServiceLinked,
  managedPolicyText,
  principalOf,
} from './identity';
export { accountOf, createMemberAccount, isEmailTaken } from './member-account';
export { createIamOperations } from './operations';
export { principalExists, roleOf, uniqueIdOf } from './principals';
export { accessKeys } from './records/access-key';
export { accounts } from './records/account';
export { groups } from './records/group';
export { type ManagedPolicy, policies } from './records/policy';
export { type RoleRecord, roles } from './records/role';
export { type UserRecord, users } from './records/user';
export { accessKeyIdOf, accountOfAccessKeyId } from './rules/unique-ids';
export { seedAccessKeyId, seedAccount } from './seed-account';
