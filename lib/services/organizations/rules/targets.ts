import type { Refusal } from '../../../aws';
import {
  type Member,
  type OrganizationRecord,
  type PolicyType,
  rootOf,
  type Unit,
} from '../records/organization';
import { targetArn } from './arns';
import { DEFAULT_POLICIES, findPolicy } from './aws-managed';
import { constraintViolation, refuseAs } from './errors';

/** Policies of one type that a root, unit or account may have at once. assumed: AWS's default, from memory */
const MAX_ATTACHED = 5;

/** A root, organizational unit or account: what policies are attached to. */
export type Target = Unit | Member;

export function targetOf({ units, members }: OrganizationRecord, id: string): Target | undefined {
  return units.find((unit) => unit.id === id) ?? members.find((member) => member.id === id);
}

export function targetsWith({ units, members }: OrganizationRecord, policyId: string): readonly Target[] {
  return [...units, ...members].filter(({ attached }) => attached.includes(policyId));
}

export function targetView(organization: OrganizationRecord, { id, name }: Target) {
  return { TargetId: id, Arn: targetArn(organization, id), Name: name, Type: typeOf(id) };
}

function typeOf(id: string) {
  if (id.startsWith('r-')) return 'ROOT' as const;
  return id.startsWith('ou-') ? ('ORGANIZATIONAL_UNIT' as const) : ('ACCOUNT' as const);
}

/**
 * refuses: PolicyNotFound, TargetNotFound, PolicyTypeNotEnabled, DuplicatePolicyAttachment, ConstraintViolation
 */
export function withPolicyOn(
  organization: OrganizationRecord,
  policyId: string,
  targetId: string,
): OrganizationRecord | Refusal {
  const policy = findPolicy(organization, policyId);
  if (!policy) return refuseAs('PolicyNotFoundException');
  const target = targetOf(organization, targetId);
  if (!target) return refuseAs('TargetNotFoundException');
  if (!organization.enabled.includes(policy.type)) return refuseAs('PolicyTypeNotEnabledException');
  if (target.attached.includes(policyId)) return refuseAs('DuplicatePolicyAttachmentException');
  if (attachedOf(organization, target, policy.type).length >= MAX_ATTACHED) {
    return constraintViolation(
      'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
      `You can attach at most ${MAX_ATTACHED} policies of this type to a target.`,
    );
  }
  return changeAttached(organization, targetId, (attached) => [...attached, policyId]);
}

/** The default RCP stays. fact: authorization 9. refuses: PolicyNotFound, TargetNotFound, PolicyNotAttached, ConstraintViolation */
export function withoutPolicyOn(
  organization: OrganizationRecord,
  policyId: string,
  targetId: string,
): OrganizationRecord | Refusal {
  const policy = findPolicy(organization, policyId);
  if (!policy) return refuseAs('PolicyNotFoundException');
  const target = targetOf(organization, targetId);
  if (!target) return refuseAs('TargetNotFoundException');
  if (!target.attached.includes(policyId)) return refuseAs('PolicyNotAttachedException');
  const isFixed = policy === DEFAULT_POLICIES.RESOURCE_CONTROL_POLICY;
  if (isFixed || attachedOf(organization, target, policy.type).length === 1) {
    return constraintViolation(
      'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
      isFixed
        ? `The policy ${policy.name} cannot be detached.`
        : 'You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.',
    );
  }
  return changeAttached(organization, targetId, (attached) => attached.filter((id) => id !== policyId));
}

function attachedOf(organization: OrganizationRecord, target: Target, type: PolicyType): readonly string[] {
  return target.attached.filter((id) => findPolicy(organization, id)?.type === type);
}

function changeAttached(
  organization: OrganizationRecord,
  targetId: string,
  change: (attached: readonly string[]) => readonly string[],
): OrganizationRecord {
  return changeAll(organization, ({ id, attached }) => (id === targetId ? change(attached) : attached));
}

/** The organization with what is attached to each target replaced. */
export function changeAll(
  organization: OrganizationRecord,
  attachedOn: (target: Target) => readonly string[],
): OrganizationRecord {
  return {
    ...organization,
    units: organization.units.map((unit) => ({ ...unit, attached: attachedOn(unit) })),
    members: organization.members.map((member) => ({ ...member, attached: attachedOn(member) })),
  };
}

/** What a new unit or account has attached: the default policy of every type enabled. */
export function attachedFromTheStart({ enabled }: Pick<OrganizationRecord, 'enabled'>): readonly string[] {
  return enabled.map((type) => DEFAULT_POLICIES[type].id);
}

/** refuses: RootNotFound */
export function refuseRoot(organization: OrganizationRecord, rootId: string): Refusal | undefined {
  return rootOf(organization).id === rootId ? undefined : refuseAs('RootNotFoundException');
}
