export {
  type IdentityPolicies,
  identityPoliciesOf,
  isServiceLinked,
  managedPolicyText,
  type NamedDocument,
  principalOf,
} from './identity';
export { accountOf, createMemberAccount, isEmailTaken, type MemberAccount } from './member-account';
export { createIamOperations } from './operations';
export { principalExists, roleOf, uniqueIdOf } from './principals';
export { type AccessKeyRecord, accessKeys } from './records/access-key';
export { type AccountRecord, accounts } from './records/account';
export { type GroupRecord, groups } from './records/group';
export { type ManagedPolicy, policies } from './records/policy';
export { type RoleRecord, roles } from './records/role';
export { type UserRecord, users } from './records/user';
export { accessKeyIdOf, accountOfAccessKeyId } from './rules/unique-ids';
export { type SeedAccount, type SeededAccount, seedAccessKeyId, seedAccount } from './seed-account';
