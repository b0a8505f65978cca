import type { AnyOperation } from '../../../aws';
import type { IamPorts } from '../ports';
import { type Forget, forgetInTrustPolicies } from '../rules/forget-principal';
import { addUserToGroup } from './add-user-to-group';
import { attachGroupPolicy } from './attach-group-policy';
import { attachRolePolicy } from './attach-role-policy';
import { attachUserPolicy } from './attach-user-policy';
import { createAccessKey } from './create-access-key';
import { createAccountAlias } from './create-account-alias';
import { createGroup } from './create-group';
import { createPolicy } from './create-policy';
import { createPolicyVersion } from './create-policy-version';
import { createRole } from './create-role';
import { createServiceLinkedRole } from './create-service-linked-role';
import { createUser } from './create-user';
import { deleteAccessKey } from './delete-access-key';
import { deleteAccountAlias } from './delete-account-alias';
import { deleteGroup } from './delete-group';
import { deleteGroupPolicy } from './delete-group-policy';
import { deletePolicy } from './delete-policy';
import { deletePolicyVersion } from './delete-policy-version';
import { createDeleteRole } from './delete-role';
import { deleteRolePermissionsBoundary } from './delete-role-permissions-boundary';
import { deleteRolePolicy } from './delete-role-policy';
import { createDeleteUser } from './delete-user';
import { deleteUserPermissionsBoundary } from './delete-user-permissions-boundary';
import { deleteUserPolicy } from './delete-user-policy';
import { detachGroupPolicy } from './detach-group-policy';
import { detachRolePolicy } from './detach-role-policy';
import { detachUserPolicy } from './detach-user-policy';
import { getAccountSummary } from './get-account-summary';
import { getContextKeysForCustomPolicy } from './get-context-keys-for-custom-policy';
import { getContextKeysForPrincipalPolicy } from './get-context-keys-for-principal-policy';
import { getGroup } from './get-group';
import { getGroupPolicy } from './get-group-policy';
import { getPolicy } from './get-policy';
import { getPolicyVersion } from './get-policy-version';
import { getRole } from './get-role';
import { getRolePolicy } from './get-role-policy';
import { getUser } from './get-user';
import { getUserPolicy } from './get-user-policy';
import { listAccessKeys } from './list-access-keys';
import { listAccountAliases } from './list-account-aliases';
import { listAttachedGroupPolicies } from './list-attached-group-policies';
import { listAttachedRolePolicies } from './list-attached-role-policies';
import { listAttachedUserPolicies } from './list-attached-user-policies';
import { listEntitiesForPolicy } from './list-entities-for-policy';
import { listGroupPolicies } from './list-group-policies';
import { listGroups } from './list-groups';
import { listGroupsForUser } from './list-groups-for-user';
import { listPolicies } from './list-policies';
import { listPolicyVersions } from './list-policy-versions';
import { listRolePolicies } from './list-role-policies';
import { listRoleTags } from './list-role-tags';
import { listRoles } from './list-roles';
import { listUserPolicies } from './list-user-policies';
import { listUserTags } from './list-user-tags';
import { listUsers } from './list-users';
import { putGroupPolicy } from './put-group-policy';
import { putRolePermissionsBoundary } from './put-role-permissions-boundary';
import { putRolePolicy } from './put-role-policy';
import { putUserPermissionsBoundary } from './put-user-permissions-boundary';
import { putUserPolicy } from './put-user-policy';
import { removeUserFromGroup } from './remove-user-from-group';
import { setDefaultPolicyVersion } from './set-default-policy-version';
import { simulateCustomPolicy } from './simulate-custom-policy';
import { createSimulatePrincipalPolicy } from './simulate-principal-policy';
import { tagPolicy } from './tag-policy';
import { tagRole } from './tag-role';
import { tagUser } from './tag-user';
import { untagPolicy } from './untag-policy';
import { untagRole } from './untag-role';
import { untagUser } from './untag-user';
import { updateAccessKey } from './update-access-key';
import { updateAssumeRolePolicy } from './update-assume-role-policy';
import { updateRole } from './update-role';

const operations: Readonly<Record<string, AnyOperation>> = {
  AddUserToGroup: addUserToGroup,
  AttachGroupPolicy: attachGroupPolicy,
  AttachRolePolicy: attachRolePolicy,
  AttachUserPolicy: attachUserPolicy,
  CreateAccessKey: createAccessKey,
  CreateAccountAlias: createAccountAlias,
  CreateGroup: createGroup,
  CreatePolicy: createPolicy,
  CreatePolicyVersion: createPolicyVersion,
  CreateRole: createRole,
  CreateServiceLinkedRole: createServiceLinkedRole,
  CreateUser: createUser,
  DeleteAccessKey: deleteAccessKey,
  DeleteAccountAlias: deleteAccountAlias,
  DeleteGroup: deleteGroup,
  DeleteGroupPolicy: deleteGroupPolicy,
  DeletePolicy: deletePolicy,
  DeletePolicyVersion: deletePolicyVersion,
  DeleteRolePermissionsBoundary: deleteRolePermissionsBoundary,
  DeleteRolePolicy: deleteRolePolicy,
  DeleteUserPermissionsBoundary: deleteUserPermissionsBoundary,
  DeleteUserPolicy: deleteUserPolicy,
  DetachGroupPolicy: detachGroupPolicy,
  DetachRolePolicy: detachRolePolicy,
  DetachUserPolicy: detachUserPolicy,
  GetAccountSummary: getAccountSummary,
  GetContextKeysForCustomPolicy: getContextKeysForCustomPolicy,
  GetContextKeysForPrincipalPolicy: getContextKeysForPrincipalPolicy,
  GetGroup: getGroup,
  GetGroupPolicy: getGroupPolicy,
  GetPolicy: getPolicy,
  GetPolicyVersion: getPolicyVersion,
  GetRole: getRole,
  GetRolePolicy: getRolePolicy,
  GetUser: getUser,
  GetUserPolicy: getUserPolicy,
  ListAccessKeys: listAccessKeys,
  ListAccountAliases: listAccountAliases,
  ListAttachedGroupPolicies: listAttachedGroupPolicies,
  ListAttachedRolePolicies: listAttachedRolePolicies,
  ListAttachedUserPolicies: listAttachedUserPolicies,
  ListEntitiesForPolicy: listEntitiesForPolicy,
  ListGroupPolicies: listGroupPolicies,
  ListGroups: listGroups,
  ListGroupsForUser: listGroupsForUser,
  ListPolicies: listPolicies,
  ListPolicyVersions: listPolicyVersions,
  ListRolePolicies: listRolePolicies,
  ListRoleTags: listRoleTags,
  ListRoles: listRoles,
  ListUserPolicies: listUserPolicies,
  ListUserTags: listUserTags,
  ListUsers: listUsers,
  PutGroupPolicy: putGroupPolicy,
  PutRolePermissionsBoundary: putRolePermissionsBoundary,
  PutRolePolicy: putRolePolicy,
  PutUserPermissionsBoundary: putUserPermissionsBoundary,
  PutUserPolicy: putUserPolicy,
  RemoveUserFromGroup: removeUserFromGroup,
  SetDefaultPolicyVersion: setDefaultPolicyVersion,
  SimulateCustomPolicy: simulateCustomPolicy,
  TagPolicy: tagPolicy,
  TagRole: tagRole,
  TagUser: tagUser,
  UntagPolicy: untagPolicy,
  UntagRole: untagRole,
  UntagUser: untagUser,
  UpdateAccessKey: updateAccessKey,
  UpdateAssumeRolePolicy: updateAssumeRolePolicy,
  UpdateRole: updateRole,
};

/** Every operation of IAM in the lab, by its name. */
export function createIamOperations(ports: IamPorts = {}): Readonly<Record<string, AnyOperation>> {
  const forget: Forget = (...gone) => {
    forgetInTrustPolicies(...gone);
    ports.forget?.(...gone);
  };
  return {
    ...operations,
    DeleteRole: createDeleteRole(forget),
    DeleteUser: createDeleteUser(forget),
    SimulatePrincipalPolicy: createSimulatePrincipalPolicy(ports.scpsOf ?? (() => undefined)),
  };
}
