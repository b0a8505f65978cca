import { describe, expect, it } from 'vitest';
import { content, HOME, smallOrganization } from '../organizations.testkit';

const DENY = content('Deny', 'kms:ScheduleKeyDeletion');
const WANTED = {
  Name: 'no-deletion',
  Description: 'Keys stay.',
  Type: 'SERVICE_CONTROL_POLICY',
  Content: DENY,
};
const FULL = {
  Id: 'p-FullAWSAccess',
  Arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  Name: 'FullAWSAccess',
  Description: 'Allows access to every operation',
  Type: 'SERVICE_CONTROL_POLICY',
  AwsManaged: true,
};

describe('policies of an organization', () => {
  function withPolicy() {
    const lab = smallOrganization();
    const { Policy } = lab.ask('CreatePolicy', WANTED) as { Policy: { PolicySummary: { Id: string } } };
    return { ...lab, policy: Policy.PolicySummary.Id, Policy };
  }

  it('are made, changed, listed and deleted', () => {
    const lab = withPolicy();
    const summary = {
      Id: lab.policy,
      Arn: `arn:aws:organizations::${HOME}:policy/${lab.id}/service_control_policy/${lab.policy}`,
      Name: 'no-deletion',
      Description: 'Keys stay.',
      Type: 'SERVICE_CONTROL_POLICY',
      AwsManaged: false,
    };
    expect(lab.policy).toMatch(/^p-[a-z0-9]{8}$/);
    expect(lab.Policy).toEqual({ PolicySummary: summary, Content: DENY });
    const changed = { PolicySummary: { ...summary, Name: 'keep' }, Content: DENY };
    expect(lab.ask('UpdatePolicy', { PolicyId: lab.policy, Name: 'keep' })).toEqual({ Policy: changed });
    expect(lab.ask('DescribePolicy', { PolicyId: lab.policy })).toEqual({ Policy: changed });
    expect(lab.ask('ListPolicies', { Filter: 'SERVICE_CONTROL_POLICY' })).toEqual({
      Policies: [FULL, { ...summary, Name: 'keep' }],
    });
    lab.ask('DeletePolicy', { PolicyId: lab.policy });
    expect(lab.refusal('DescribePolicy', { PolicyId: lab.policy })[0]).toBe('PolicyNotFoundException');
  });

  it('are attached and detached, and one stays', () => {
    const lab = withPolicy();
    const one = { PolicyId: lab.policy, TargetId: lab.unit };
    lab.ask('AttachPolicy', one);
    expect(lab.checks.slice(-2).map(({ resource }) => resource)).toEqual([
      `arn:aws:organizations::${HOME}:policy/${lab.id}/service_control_policy/${lab.policy}`,
      `arn:aws:organizations::${HOME}:ou/${lab.id}/${lab.unit}`,
    ]);
    expect(lab.refusal('AttachPolicy', one)[0]).toBe('DuplicatePolicyAttachmentException');
    expect(lab.ask('ListTargetsForPolicy', { PolicyId: lab.policy })).toEqual({
      Targets: [
        {
          TargetId: lab.unit,
          Arn: `arn:aws:organizations::${HOME}:ou/${lab.id}/${lab.unit}`,
          Name: 'apps',
          Type: 'ORGANIZATIONAL_UNIT',
        },
      ],
    });
    expect(lab.refusal('DeletePolicy', { PolicyId: lab.policy })[0]).toBe('PolicyInUseException');
    lab.ask('DetachPolicy', { PolicyId: 'p-FullAWSAccess', TargetId: lab.unit });
    expect(lab.refusal('DetachPolicy', one)).toEqual([
      'ConstraintViolationException',
      { Reason: 'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED' },
    ]);
    const Filter = 'SERVICE_CONTROL_POLICY';
    expect(lab.ask('ListPoliciesForTarget', { TargetId: lab.unit, Filter })).toEqual({
      Policies: [expect.objectContaining({ Id: lab.policy })],
    });
    expect(lab.refusal('DetachPolicy', { ...one, TargetId: lab.root })[0]).toBe('PolicyNotAttachedException');
    expect(lab.refusal('AttachPolicy', { ...one, TargetId: '999988887777' })[0]).toBe(
      'TargetNotFoundException',
    );
  });

  it('are refused when malformed, named alike or of AWS', () => {
    const lab = withPolicy();
    expect(lab.refusal('CreatePolicy', WANTED)[0]).toBe('DuplicatePolicyException');
    expect(lab.refusal('CreatePolicy', { ...WANTED, Name: 'x', Content: '{}' })[0]).toBe(
      'MalformedPolicyDocumentException',
    );
    const long = content('Deny', `kms:${'x'.repeat(5200)}`);
    expect(lab.refusal('UpdatePolicy', { PolicyId: lab.policy, Content: long })).toEqual([
      'ConstraintViolationException',
      { Reason: 'POLICY_CONTENT_LIMIT_EXCEEDED' },
    ]);
    expect(lab.refusal('UpdatePolicy', { PolicyId: 'p-FullAWSAccess', Name: 'mine' })).toEqual([
      'InvalidInputException',
      { Reason: 'IMMUTABLE_POLICY' },
    ]);
  });

  it('of the type RCP are enabled first and only deny', () => {
    const lab = smallOrganization();
    const rcp = { ...WANTED, Type: 'RESOURCE_CONTROL_POLICY' };
    expect(lab.refusal('CreatePolicy', { ...rcp, Content: content('Allow', 'kms:*', '*') })[0]).toBe(
      'MalformedPolicyDocumentException',
    );
    const { Policy } = lab.ask('CreatePolicy', { ...rcp, Content: content('Deny', 'kms:*', '*') }) as {
      Policy: { PolicySummary: { Id: string } };
    };
    const PolicyId = Policy.PolicySummary.Id;
    const attach = { PolicyId, TargetId: lab.account };
    expect(lab.refusal('AttachPolicy', attach)[0]).toBe('PolicyTypeNotEnabledException');
    const type = { RootId: lab.root, PolicyType: 'RESOURCE_CONTROL_POLICY' };
    expect(lab.ask('EnablePolicyType', type)).toEqual({
      Root: {
        Id: lab.root,
        Arn: `arn:aws:organizations::${HOME}:root/${lab.id}/${lab.root}`,
        Name: 'Root',
        PolicyTypes: [
          { Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' },
          { Type: 'RESOURCE_CONTROL_POLICY', Status: 'ENABLED' },
        ],
      },
    });
    expect(lab.refusal('EnablePolicyType', type)[0]).toBe('PolicyTypeAlreadyEnabledException');
    lab.ask('AttachPolicy', attach);
    expect(lab.refusal('DetachPolicy', { PolicyId: 'p-RCPFullAWSAccess', TargetId: lab.account })[0]).toBe(
      'ConstraintViolationException',
    );
    lab.ask('DisablePolicyType', type);
    expect(lab.ask('ListTargetsForPolicy', { PolicyId })).toEqual({ Targets: [] });
    expect(lab.refusal('DisablePolicyType', type)[0]).toBe('PolicyTypeNotEnabledException');
  });
});
