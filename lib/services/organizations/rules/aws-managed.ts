import type { OrganizationPolicy, OrganizationRecord, PolicyType } from '../records/organization';

const EVERYTHING = [{ Effect: 'Allow', Action: '*', Resource: '*' }];

const fullAccess: OrganizationPolicy = {
  id: 'p-FullAWSAccess',
  arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  type: 'SERVICE_CONTROL_POLICY',
  name: 'FullAWSAccess',
  description: 'Allows access to every operation',
  awsManaged: true,
  content: JSON.stringify({ Version: '2012-10-17', Statement: EVERYTHING }),
};

const resourceFullAccess: OrganizationPolicy = {
  id: 'p-RCPFullAWSAccess',
  arn: 'arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess',
  type: 'RESOURCE_CONTROL_POLICY',
  name: 'RCPFullAWSAccess',
  description: 'Allows all access to every resource',
  awsManaged: true,
  content: JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
  }),
};

/** The policy of a type that everything starts with. fact: authorization 9 */
export const DEFAULT_POLICIES: Readonly<Record<PolicyType, OrganizationPolicy>> = {
  SERVICE_CONTROL_POLICY: fullAccess,
  RESOURCE_CONTROL_POLICY: resourceFullAccess,
};

export function findPolicy(organization: OrganizationRecord, id: string): OrganizationPolicy | undefined {
  return (
    Object.values(DEFAULT_POLICIES).find((policy) => policy.id === id) ??
    organization.policies.find((policy) => policy.id === id)
  );
}
