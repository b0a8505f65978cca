import { describe, expect, it } from 'vitest';
import { organizationOf, rcpLevels, scpLevels } from '.';
import { content, HOME, OTHER, smallOrganization } from './organizations.testkit';

const DENY = content('Deny', 'kms:ScheduleKeyDeletion');
const DENY_ALL = content('Deny', 'kms:*', '*');

describe('guardrails', () => {
  it('are those of the root, each unit and the account', () => {
    const lab = smallOrganization();
    const { Policy } = lab.ask('CreatePolicy', {
      Name: 'no-deletion',
      Description: '',
      Type: 'SERVICE_CONTROL_POLICY',
      Content: DENY,
    }) as { Policy: { PolicySummary: { Id: string; Arn: string } } };
    const { Id: PolicyId, Arn: arn } = Policy.PolicySummary;
    lab.ask('AttachPolicy', { PolicyId, TargetId: lab.unit });
    const names = () => scpLevels(lab.world, lab.account).map((level) => level.map(({ name }) => name));
    expect(names()).toEqual([['FullAWSAccess'], ['FullAWSAccess', 'no-deletion'], ['FullAWSAccess']]);
    expect(scpLevels(lab.world, lab.account)[1]?.[1]).toEqual({ name: 'no-deletion', arn, text: DENY });
    lab.ask('MoveAccount', {
      AccountId: lab.account,
      SourceParentId: lab.unit,
      DestinationParentId: lab.root,
    });
    expect(names()).toEqual([['FullAWSAccess'], ['FullAWSAccess']]);
  });

  it('do not reach the management account nor accounts outside', () => {
    const { world } = smallOrganization();
    expect([scpLevels(world, HOME), scpLevels(world, OTHER), rcpLevels(world, OTHER)]).toEqual([[], [], []]);
  });

  it('of resources count once their type is enabled', () => {
    const lab = smallOrganization();
    const { Policy } = lab.ask('CreatePolicy', {
      Name: 'inside',
      Description: '',
      Type: 'RESOURCE_CONTROL_POLICY',
      Content: DENY_ALL,
    }) as { Policy: { PolicySummary: { Id: string } } };
    expect(rcpLevels(lab.world, lab.account)).toEqual([]);
    lab.ask('EnablePolicyType', { RootId: lab.root, PolicyType: 'RESOURCE_CONTROL_POLICY' });
    lab.ask('AttachPolicy', { PolicyId: Policy.PolicySummary.Id, TargetId: lab.account });
    const names = rcpLevels(lab.world, lab.account).map((level) => level.map(({ name }) => name));
    expect(names).toEqual([['RCPFullAWSAccess'], ['RCPFullAWSAccess'], ['RCPFullAWSAccess', 'inside']]);
  });

  it('answer the same object until the organization changes, in every moment of the world', () => {
    const lab = smallOrganization();
    const before = scpLevels(lab.world, lab.account);
    const head = lab.world.log.head;
    expect(scpLevels(lab.world, lab.account)).toBe(before);
    lab.ask('CreateOrganizationalUnit', { ParentId: lab.root, Name: 'more' });
    expect(scpLevels(lab.world, lab.account)).not.toBe(before);
    lab.world.rewind(head);
    expect(scpLevels(lab.world, lab.account)).toBe(before);
  });
});

describe('organizationOf', () => {
  it('tells the organization and the path of units', () => {
    const { world, id, root, unit, account } = smallOrganization();
    expect(organizationOf(world, account)).toEqual({ id, path: `${id}/${root}/${unit}/` });
    expect(organizationOf(world, HOME)).toEqual({ id, path: `${id}/${root}/` });
    expect(organizationOf(world, OTHER)).toBeUndefined();
  });
});
