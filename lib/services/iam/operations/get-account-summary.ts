import { shape } from '../../../aws';
import { accessKeys, rootOwner } from '../records/access-key';
import { groups } from '../records/group';
import { policies } from '../records/policy';
import { roles } from '../records/role';
import { users } from '../records/user';
import { iamOperation } from '../rules/operation';
import { QUOTAS } from '../rules/quotas';

/** differs: only what the lab has is counted */
export const getAccountSummary = iamOperation({
  name: 'GetAccountSummary',
  about: 'Counts what the account has in IAM, beside its quotas.',
  input: shape.structure({}),
  output: shape.structure({ SummaryMap: shape.map(shape.integer()) }),
  readOnly: true,
  permissions: () => [{ action: 'iam:GetAccountSummary', resource: '*' }],
  handle: ({ world, principal: { account } }) => ({
    SummaryMap: {
      Users: world.table(users).countBy('account', account),
      UsersQuota: QUOTAS.users,
      Groups: world.table(groups).countBy('account', account),
      GroupsQuota: QUOTAS.groups,
      UserPolicySizeQuota: QUOTAS.userPolicySize,
      GroupPolicySizeQuota: QUOTAS.groupPolicySize,
      GroupsPerUserQuota: QUOTAS.groupsPerUser,
      AccessKeysPerUserQuota: QUOTAS.accessKeysPerUser,
      AccountAccessKeysPresent: world.table(accessKeys).countBy('owner', rootOwner(account)),
      AttachedPoliciesPerGroupQuota: QUOTAS.attachedPerGroup,
      AttachedPoliciesPerRoleQuota: QUOTAS.attachedPerRole,
      AttachedPoliciesPerUserQuota: QUOTAS.attachedPerUser,
      Policies: world.table(policies).countBy('account', account),
      PoliciesQuota: QUOTAS.policies,
      PolicySizeQuota: QUOTAS.policySize,
      VersionsPerPolicyQuota: QUOTAS.versionsPerPolicy,
      AssumeRolePolicySizeQuota: QUOTAS.trustPolicySize,
      RolePolicySizeQuota: QUOTAS.rolePolicySize,
      Roles: world.table(roles).countBy('account', account),
      RolesQuota: QUOTAS.roles,
    },
  }),
});
