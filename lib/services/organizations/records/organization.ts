import type { AwsWorld } from '../../../aws';
import type { TableDefinition } from '../../../world';

/** The types of the lab. Others cap no request. */
export type PolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

/** The root of an organization or one of its organizational units. */
export interface Unit {
  /** `r-...` or `ou-...` */
  readonly id: string;
  readonly name: string;
  /** Absent on the root. */
  readonly parentId?: string | undefined;
  /** Ids of the policies attached. */
  readonly attached: readonly string[];
}

export interface Member {
  /** Account id. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Unit that holds it. */
  readonly parentId: string;
  readonly joinedMethod: 'INVITED' | 'CREATED';
  readonly joinedAtMs: number;
  readonly attached: readonly string[];
}

export interface OrganizationPolicy {
  /** `p-...` */
  readonly id: string;
  readonly arn: string;
  readonly type: PolicyType;
  readonly name: string;
  readonly description: string;
  readonly awsManaged: boolean;
  /** JSON text. */
  readonly content: string;
}

/** How the creation of an account went. */
export interface AccountCreation {
  /** `car-...` */
  readonly id: string;
  readonly accountName: string;
  readonly accountId?: string | undefined;
  readonly failure?: string | undefined;
  readonly requestedAtMs: number;
}

/** One organization, whole: whatever changes in it replaces this record, so what follows from it may be kept. */
export interface OrganizationRecord {
  /** `o-...` */
  readonly id: string;
  readonly managementAccount: string;
  readonly featureSet: 'ALL' | 'CONSOLIDATED_BILLING';
  /** Policy types enabled in the root. */
  readonly enabled: readonly PolicyType[];
  /** The root first. */
  readonly units: readonly Unit[];
  readonly members: readonly Member[];
  /** Customer managed policies. */
  readonly policies: readonly OrganizationPolicy[];
  readonly creations: readonly AccountCreation[];
}

export const organizations: TableDefinition<OrganizationRecord> = {
  name: 'organizations',
  id: (organization) => organization.id,
  indexes: { member: (organization) => organization.members.map((member) => member.id) },
};

/** The organization an account belongs to. */
export function organizationOfAccount(world: AwsWorld, account: string): OrganizationRecord | undefined {
  return world.table(organizations).firstBy('member', account);
}

export function rootOf({ units }: OrganizationRecord): Unit {
  return units[0] as Unit;
}

export function unitOf(organization: OrganizationRecord, id: string): Unit | undefined {
  return organization.units.find((unit) => unit.id === id);
}

export function memberOf(organization: OrganizationRecord, account: string): Member | undefined {
  return organization.members.find((member) => member.id === account);
}

/** The units from the root down to this one. */
export function unitsDownTo(organization: OrganizationRecord, id: string): readonly Unit[] {
  const unit = unitOf(organization, id);
  if (!unit) return [];
  return unit.parentId === undefined ? [unit] : [...unitsDownTo(organization, unit.parentId), unit];
}
