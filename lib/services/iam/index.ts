export {
  findPolicy,
  type IdentityPolicies,
  identityPoliciesOf,
  managedPolicyText,
  type NamedDocument,
  principalOf,
  rootPrincipal,
  userPrincipal,
} from './identity';
export { accountOf, createMemberAccount, isEmailTaken, type MemberAccount } from './member-account';
export { operations } from './operations';
export { principalExists, roleOf, uniqueIdOf } from './principals';
export { type AccessKeyRecord, accessKeys } from './records/access-key';
export { type AccountRecord, accounts } from './records/account';
export { type GroupRecord, groups } from './records/group';
export { type ManagedPolicy, policies } from './records/policy';
export { isServiceLinked, type RoleRecord, roles } from './records/role';
export { type UserRecord, users } from './records/user';
export { accessKeyIdOf, accountOfAccessKeyId } from './rules/unique-ids';
export { type SeedAccount, type SeededAccount, seedAccessKeyId, seedAccount } from './seed-account';
