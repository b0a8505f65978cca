import type { OrganizationPolicy, OrganizationRecord } from '../records/organization';

/** ARNs of what an organization holds; the management account owns all of it. */
export function arnIn(organization: OrganizationRecord, kind: string, id?: string): string {
  const path = id === undefined ? organization.id : `${organization.id}/${id}`;
  return `arn:aws:organizations::${organization.managementAccount}:${kind}/${path}`;
}

/** The ARN of a root, organizational unit or account by its id. */
export function targetArn(organization: OrganizationRecord, id: string): string {
  if (id.startsWith('r-')) return arnIn(organization, 'root', id);
  return arnIn(organization, id.startsWith('ou-') ? 'ou' : 'account', id);
}

export function policyArn(
  organization: OrganizationRecord,
  { id, type }: Pick<OrganizationPolicy, 'id' | 'type'>,
): string {
  return arnIn(organization, 'policy', `${type.toLowerCase()}/${id}`);
}
