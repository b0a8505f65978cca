import { type Call, isRefusal, type Permission, type Refusal } from '../../../aws';
import { type OrganizationRecord, organizationOfAccount, organizations } from '../records/organization';
import { policyArn, targetArn } from './arns';
import { findPolicy } from './aws-managed';
import { refuseAs } from './errors';

/** The organization of the caller's account. refuses: AWSOrganizationsNotInUse */
export function ownOrganization<I>(call: Call<I>): OrganizationRecord | Refusal {
  const organization = organizationOfAccount(call.world, call.principal.account);
  return organization ?? refuseAs('AWSOrganizationsNotInUseException');
}

/** The same, for what only the management account may do. refuses: AWSOrganizationsNotInUse, AccessDenied */
export function managedOrganization<I>(call: Call<I>): OrganizationRecord | Refusal {
  const organization = ownOrganization(call);
  if (isRefusal(organization) || organization.managementAccount === call.principal.account)
    return organization;
  return refuseAs('AccessDeniedException');
}

/** Replaces the organization by what `change` answers. */
export function changeOrganization<I>(
  call: Call<I>,
  change: (organization: OrganizationRecord) => OrganizationRecord | Refusal,
): OrganizationRecord | Refusal {
  const organization = managedOrganization(call);
  if (isRefusal(organization)) return organization;
  const changed = change(organization);
  return isRefusal(changed) ? changed : call.world.put(organizations, changed);
}

/** The permission for an action on roots, units and accounts by their ids, and on policies; `*` where there is none. */
export function on<I>(
  action: string,
  call: Call<I>,
  ids: readonly string[],
  conditions?: Permission['conditions'],
): readonly Permission[] {
  const organization = organizationOfAccount(call.world, call.principal.account);
  if (!organization) return [{ action, resource: '*', conditions }];
  return ids.map((id) => {
    if (!id.startsWith('p-')) return { action, resource: targetArn(organization, id), conditions };
    const policy = findPolicy(organization, id);
    const resource = policy?.arn ?? policyArn(organization, { id, type: 'SERVICE_CONTROL_POLICY' });
    return { action, resource, conditions };
  });
}
