import type { AwsWorld } from '../../aws';
import {
  memberOf,
  type OrganizationRecord,
  organizationOfAccount,
  type PolicyType,
  unitsDownTo,
} from './records/organization';
import { findPolicy } from './rules/aws-managed';

/** A policy's text under the name by which an explanation speaks of it. */
interface NamedDocument {
  readonly name: string;
  readonly arn: string;
  readonly text: string;
}

/** Policies from the root of the organization down to the account; each level must allow. None means no cap. */
export type Levels = readonly (readonly NamedDocument[])[];

export interface OrganizationPath {
  readonly id: string;
  /** As `aws:PrincipalOrgPaths` has it: `o-.../r-.../ou-.../`. */
  readonly path: string;
}

/**
 * SCPs that cap what principals of this account may do. The management account has none, nor has an account
 * outside any organization. fact: authorization 9
 */
export function scpLevels(world: AwsWorld, account: string): Levels {
  return guardrailsOf(world, account)?.scp ?? NONE;
}

/** RCPs that cap what may be done with this account's resources. fact: authorization 9 */
export function rcpLevels(world: AwsWorld, account: string): Levels {
  return guardrailsOf(world, account)?.rcp ?? NONE;
}

export function organizationOf(world: AwsWorld, account: string): OrganizationPath | undefined {
  return guardrailsOf(world, account)?.place;
}

interface Guardrails {
  readonly place: OrganizationPath;
  readonly scp: Levels;
  readonly rcp: Levels;
}

const NONE: Levels = [];
// A record never changes, so what it says of an account never does.
const known = new WeakMap<OrganizationRecord, Map<string, Guardrails>>();

function guardrailsOf(world: AwsWorld, account: string): Guardrails | undefined {
  const organization = organizationOfAccount(world, account);
  if (!organization) return undefined;
  let ofAccounts = known.get(organization);
  if (!ofAccounts) {
    ofAccounts = new Map();
    known.set(organization, ofAccounts);
  }
  let guardrails = ofAccounts.get(account);
  if (!guardrails) {
    guardrails = compute(organization, account);
    ofAccounts.set(account, guardrails);
  }
  return guardrails;
}

function compute(organization: OrganizationRecord, account: string): Guardrails {
  const member = memberOf(organization, account);
  const units = member ? unitsDownTo(organization, member.parentId) : [];
  const path = [organization.id, ...units.map((unit) => unit.id), ''].join('/');
  const attached = [...units, ...(member ? [member] : [])].map((target) => target.attached);
  const isFree = account === organization.managementAccount;
  const levels = (type: PolicyType): Levels =>
    isFree || !organization.enabled.includes(type)
      ? NONE
      : attached.map((ids) => ids.flatMap((id) => documentOf(organization, id, type)));
  return {
    place: { id: organization.id, path },
    scp: levels('SERVICE_CONTROL_POLICY'),
    rcp: levels('RESOURCE_CONTROL_POLICY'),
  };
}

function documentOf(organization: OrganizationRecord, id: string, type: PolicyType): NamedDocument[] {
  const policy = findPolicy(organization, id);
  if (policy?.type !== type) return [];
  return [{ name: policy.name, arn: policy.arn, text: policy.content }];
}
