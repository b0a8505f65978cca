import { describe, expect, it } from 'vitest';
import { allowing, HOME, iamLab, START_MS, trusting } from '../iam.testkit';

const ARN = `arn:aws:iam::${HOME}:policy/app/decrypt`;
const POLICY = {
  PolicyName: 'decrypt',
  PolicyId: expect.stringMatching(/^ANPA[A-Z2-7]{17}$/),
  Arn: ARN,
  Path: '/app/',
  DefaultVersionId: 'v1',
  AttachmentCount: 0,
  PermissionsBoundaryUsageCount: 0,
  IsAttachable: true,
  CreateDate: START_MS,
  UpdateDate: START_MS,
};
const WANTED = { PolicyName: 'decrypt', Path: '/app/', PolicyDocument: allowing('kms:Decrypt') };

describe('managed policies', () => {
  it('are created, attached, listed and deleted', () => {
    const lab = iamLab();
    expect(lab.ask('CreatePolicy', { ...WANTED, Description: 'Reading.' })).toEqual({ Policy: POLICY });
    lab.ask('AttachUserPolicy', { UserName: 'student', PolicyArn: ARN });
    expect(lab.ask('ListAttachedUserPolicies', { UserName: 'student', PathPrefix: '/app/' })).toEqual({
      AttachedPolicies: [{ PolicyName: 'decrypt', PolicyArn: ARN }],
      IsTruncated: false,
    });
    expect(lab.ask('GetPolicy', { PolicyArn: ARN })).toEqual({
      Policy: { ...POLICY, AttachmentCount: 1, Description: 'Reading.', Tags: [] },
    });
    expect(lab.ask('ListPolicies', { Scope: 'Local' })).toEqual({
      Policies: [{ ...POLICY, AttachmentCount: 1 }],
      IsTruncated: false,
    });
    expect(lab.ask('ListEntitiesForPolicy', { PolicyArn: ARN })).toEqual({
      PolicyGroups: [],
      PolicyUsers: [{ UserName: 'student', UserId: expect.stringMatching(/^AIDA/) }],
      PolicyRoles: [],
      IsTruncated: false,
    });
    expect(lab.refusal('DeletePolicy', { PolicyArn: ARN })).toEqual([
      'DeleteConflict',
      'Cannot delete a policy attached to entities.',
      409,
    ]);
    lab.ask('DetachUserPolicy', { UserName: 'student', PolicyArn: ARN });
    lab.ask('DeletePolicy', { PolicyArn: ARN });
    expect(lab.refusal('GetPolicy', { PolicyArn: ARN })).toEqual([
      'NoSuchEntity',
      `Policy ${ARN} was not found.`,
      404,
    ]);
  });

  it('have up to five versions, of which one is in force', () => {
    const lab = iamLab();
    lab.ask('CreatePolicy', WANTED);
    const PolicyDocument = allowing('kms:Encrypt');
    expect(lab.ask('CreatePolicyVersion', { PolicyArn: ARN, PolicyDocument, SetAsDefault: true })).toEqual({
      PolicyVersion: { VersionId: 'v2', IsDefaultVersion: true, CreateDate: START_MS },
    });
    for (let i = 3; i <= 5; i++) lab.ask('CreatePolicyVersion', { PolicyArn: ARN, PolicyDocument });
    expect(lab.refusal('CreatePolicyVersion', { PolicyArn: ARN, PolicyDocument })).toEqual([
      'LimitExceeded',
      'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
      409,
    ]);
    lab.ask('DeletePolicyVersion', { PolicyArn: ARN, VersionId: 'v1' });
    lab.ask('SetDefaultPolicyVersion', { PolicyArn: ARN, VersionId: 'v3' });
    expect(lab.refusal('DeletePolicyVersion', { PolicyArn: ARN, VersionId: 'v3' })).toEqual([
      'DeleteConflict',
      'Cannot delete the default version of a policy.',
      409,
    ]);
    expect(lab.ask('CreatePolicyVersion', { PolicyArn: ARN, PolicyDocument })).toEqual({
      PolicyVersion: { VersionId: 'v6', IsDefaultVersion: false, CreateDate: START_MS },
    });
    const { Versions } = lab.ask('ListPolicyVersions', { PolicyArn: ARN }) as {
      Versions: { VersionId: string; IsDefaultVersion: boolean }[];
    };
    expect(Versions.map(({ VersionId, IsDefaultVersion }) => [VersionId, IsDefaultVersion])).toEqual([
      ['v6', false],
      ['v5', false],
      ['v4', false],
      ['v3', true],
      ['v2', false],
    ]);
    expect(lab.ask('GetPolicyVersion', { PolicyArn: ARN, VersionId: 'v2' })).toEqual({
      PolicyVersion: {
        Document: PolicyDocument,
        VersionId: 'v2',
        IsDefaultVersion: false,
        CreateDate: START_MS,
      },
    });
  });

  it('of AWS can be attached and not changed', () => {
    const lab = iamLab();
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    lab.ask('CreateGroup', { GroupName: 'auditors' });
    lab.ask('AttachGroupPolicy', { GroupName: 'auditors', PolicyArn });
    expect(lab.ask('ListAttachedGroupPolicies', { GroupName: 'auditors' })).toEqual({
      AttachedPolicies: [{ PolicyName: 'ReadOnlyAccess', PolicyArn }],
      IsTruncated: false,
    });
    expect(lab.refusal('DeletePolicyVersion', { PolicyArn, VersionId: 'v1' })).toEqual([
      'InvalidInput',
      `The policy ${PolicyArn} is managed by AWS and cannot be changed.`,
      400,
    ]);
    expect(lab.refusal('AttachGroupPolicy', { GroupName: 'auditors', PolicyArn: `${PolicyArn}s` })).toEqual([
      'NoSuchEntity',
      `Policy ${PolicyArn}s does not exist or is not attachable.`,
      404,
    ]);
  });

  it('bound users and roles', () => {
    const lab = iamLab();
    lab.ask('CreatePolicy', WANTED);
    lab.ask('CreateRole', {
      RoleName: 'app',
      AssumeRolePolicyDocument: trusting({ Service: 'lambda.amazonaws.com' }),
    });
    lab.ask('PutRolePermissionsBoundary', { RoleName: 'app', PermissionsBoundary: ARN });
    const { Role } = lab.ask('GetRole', { RoleName: 'app' }) as { Role: Record<string, unknown> };
    expect(Role.PermissionsBoundary).toEqual({
      PermissionsBoundaryType: 'Policy',
      PermissionsBoundaryArn: ARN,
    });
    expect(lab.ask('GetPolicy', { PolicyArn: ARN })).toEqual({
      Policy: { ...POLICY, PermissionsBoundaryUsageCount: 1, Tags: [] },
    });
    lab.ask('AttachRolePolicy', { RoleName: 'app', PolicyArn: ARN });
    expect(lab.checks.at(-1)?.context('iam:PermissionsBoundary')).toEqual([ARN]);
    expect(lab.checks.at(-1)?.context('iam:PolicyARN')).toEqual([ARN]);
    lab.ask('DeleteRolePermissionsBoundary', { RoleName: 'app' });
    expect(lab.ask('ListPolicies', { PolicyUsageFilter: 'PermissionsBoundary' })).toEqual({
      Policies: [],
      IsTruncated: false,
    });
  });
});

describe('inline policies', () => {
  it('are put, shown, listed and deleted by name', () => {
    const lab = iamLab();
    const one = { UserName: 'student', PolicyName: 'decrypt' };
    lab.ask('PutUserPolicy', { ...one, PolicyDocument: allowing('kms:*') });
    lab.ask('PutUserPolicy', { ...one, PolicyDocument: allowing('kms:Decrypt') });
    expect(lab.ask('GetUserPolicy', one)).toEqual({ ...one, PolicyDocument: allowing('kms:Decrypt') });
    expect(lab.ask('ListUserPolicies', { UserName: 'student' })).toEqual({
      PolicyNames: ['decrypt'],
      IsTruncated: false,
    });
    lab.ask('DeleteUserPolicy', one);
    expect(lab.refusal('GetUserPolicy', one)).toEqual([
      'NoSuchEntity',
      'The user policy with name decrypt cannot be found.',
      404,
    ]);
  });

  it.each([
    [allowing('decrypt'), 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.'],
    [allowing('kms:Decrypt').replace('"*"', '"key"'), 'Resource key must be in ARN format or "*".'],
    [
      allowing('kms:Decrypt').replace('"Effect"', '"Principal":"*","Effect"'),
      'Policy document should not specify a principal.',
    ],
    [allowing('kms:Decrypt').replace('Allow', 'Permit'), 'Syntax errors in policy.'],
    [allowing('kms:Decrypt').replace(',"Resource":"*"', ''), 'Missing required field Resource'],
  ])('refuse the document %s', (PolicyDocument, message) => {
    const lab = iamLab();
    expect(lab.refusal('PutUserPolicy', { UserName: 'student', PolicyName: 'p', PolicyDocument })).toEqual([
      'MalformedPolicyDocument',
      message,
      400,
    ]);
  });

  it('have a size together, white space not counted', () => {
    const lab = iamLab();
    lab.ask('CreateGroup', { GroupName: 'g' });
    const long = allowing(`kms:${'x'.repeat(4000)}`);
    const spaced = JSON.stringify(JSON.parse(allowing('kms:*')), null, 400);
    lab.ask('PutGroupPolicy', { GroupName: 'g', PolicyName: 'spaced', PolicyDocument: spaced });
    lab.ask('PutGroupPolicy', { GroupName: 'g', PolicyName: 'long', PolicyDocument: long });
    expect(
      lab.refusal('PutGroupPolicy', { GroupName: 'g', PolicyName: 'longer', PolicyDocument: long }),
    ).toEqual(['LimitExceeded', 'Maximum policy size of 5120 bytes exceeded for group g', 409]);
  });
});
