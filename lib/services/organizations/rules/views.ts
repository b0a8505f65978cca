import {
  type AccountCreation,
  type Member,
  memberOf,
  type OrganizationPolicy,
  type OrganizationRecord,
  type PolicyType,
  rootOf,
  type Unit,
  unitsDownTo,
} from '../records/organization';
import { arnIn, targetArn } from './arns';

export function organizationView(organization: OrganizationRecord) {
  const { id, managementAccount, featureSet } = organization;
  return {
    Id: id,
    Arn: arnIn(organization, 'organization'),
    FeatureSet: featureSet,
    MasterAccountArn: targetArn(organization, managementAccount),
    MasterAccountId: managementAccount,
    MasterAccountEmail: memberOf(organization, managementAccount)?.email,
    // AWS answers this whatever is enabled, and says not to rely on it.
    AvailablePolicyTypes: [enabledView('SERVICE_CONTROL_POLICY')],
  };
}

export function accountView(organization: OrganizationRecord, member: Member) {
  return {
    Id: member.id,
    Arn: targetArn(organization, member.id),
    Email: member.email,
    Name: member.name,
    Status: 'ACTIVE' as const,
    State: 'ACTIVE' as const,
    Paths: [`${pathOf(organization, member.parentId)}${member.id}/`],
    JoinedMethod: member.joinedMethod,
    JoinedTimestamp: member.joinedAtMs,
  };
}

export function unitView(organization: OrganizationRecord, { id, name }: Unit) {
  return { Id: id, Arn: targetArn(organization, id), Name: name, Path: pathOf(organization, id) };
}

export function rootView(organization: OrganizationRecord) {
  const { id, name } = rootOf(organization);
  const PolicyTypes = organization.enabled.map(enabledView);
  return { Id: id, Arn: targetArn(organization, id), Name: name, PolicyTypes };
}

export function summaryView(policy: OrganizationPolicy) {
  return {
    Id: policy.id,
    Arn: policy.arn,
    Name: policy.name,
    Description: policy.description,
    Type: policy.type,
    AwsManaged: policy.awsManaged,
  };
}

export function policyView(policy: OrganizationPolicy) {
  return { PolicySummary: summaryView(policy), Content: policy.content };
}

/** Accounts are made at once, and shown as under way in the answer that orders one. */
export function creationView(creation: AccountCreation) {
  const { id, accountName, accountId, failure, requestedAtMs } = creation;
  return {
    Id: id,
    AccountName: accountName,
    State: failure === undefined ? ('SUCCEEDED' as const) : ('FAILED' as const),
    RequestedTimestamp: requestedAtMs,
    CompletedTimestamp: requestedAtMs,
    AccountId: accountId,
    FailureReason: failure,
  };
}

export function parentView({ id }: Unit) {
  return { Id: id, Type: id.startsWith('r-') ? ('ROOT' as const) : ('ORGANIZATIONAL_UNIT' as const) };
}

/** `o-.../r-.../ou-.../` */
function pathOf(organization: OrganizationRecord, unitId: string): string {
  const units = unitsDownTo(organization, unitId);
  return [organization.id, ...units.map(({ id }) => id), ''].join('/');
}

function enabledView(Type: PolicyType) {
  return { Type, Status: 'ENABLED' as const };
}
