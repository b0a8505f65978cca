import type { AnyOperation } from '../../../aws';
import type { AccountDirectory } from '../ports';
import { attachPolicy } from './attach-policy';
import { createAccount } from './create-account';
import { createOrganization } from './create-organization';
import { createOrganizationalUnit } from './create-organizational-unit';
import { createPolicy } from './create-policy';
import { deleteOrganizationalUnit } from './delete-organizational-unit';
import { deletePolicy } from './delete-policy';
import { describeAccount } from './describe-account';
import { describeCreateAccountStatus } from './describe-create-account-status';
import { describeOrganization } from './describe-organization';
import { describeOrganizationalUnit } from './describe-organizational-unit';
import { describePolicy } from './describe-policy';
import { detachPolicy } from './detach-policy';
import { disablePolicyType } from './disable-policy-type';
import { enablePolicyType } from './enable-policy-type';
import { listAccounts } from './list-accounts';
import { listAccountsForParent } from './list-accounts-for-parent';
import { listChildren } from './list-children';
import { listOrganizationalUnitsForParent } from './list-organizational-units-for-parent';
import { listParents } from './list-parents';
import { listPolicies } from './list-policies';
import { listPoliciesForTarget } from './list-policies-for-target';
import { listRoots } from './list-roots';
import { listTargetsForPolicy } from './list-targets-for-policy';
import { moveAccount } from './move-account';
import { updatePolicy } from './update-policy';

/** Every operation of Organizations in the lab, by its name. */
export function createOrganizationOperations(
  directory: AccountDirectory,
): Readonly<Record<string, AnyOperation>> {
  return {
    AttachPolicy: attachPolicy,
    CreateAccount: createAccount(directory),
    CreateOrganization: createOrganization(directory),
    CreateOrganizationalUnit: createOrganizationalUnit,
    CreatePolicy: createPolicy,
    DeleteOrganizationalUnit: deleteOrganizationalUnit,
    DeletePolicy: deletePolicy,
    DescribeAccount: describeAccount,
    DescribeCreateAccountStatus: describeCreateAccountStatus,
    DescribeOrganization: describeOrganization,
    DescribeOrganizationalUnit: describeOrganizationalUnit,
    DescribePolicy: describePolicy,
    DetachPolicy: detachPolicy,
    DisablePolicyType: disablePolicyType,
    EnablePolicyType: enablePolicyType,
    ListAccounts: listAccounts,
    ListAccountsForParent: listAccountsForParent,
    ListChildren: listChildren,
    ListOrganizationalUnitsForParent: listOrganizationalUnitsForParent,
    ListParents: listParents,
    ListPolicies: listPolicies,
    ListPoliciesForTarget: listPoliciesForTarget,
    ListRoots: listRoots,
    ListTargetsForPolicy: listTargetsForPolicy,
    MoveAccount: moveAccount,
    UpdatePolicy: updatePolicy,
  };
}
