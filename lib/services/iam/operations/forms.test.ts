import { describe, expect, it } from 'vitest';
import { createIamOperations } from '..';
import { allowing, HOME, iamLab, ROOT_KEY, START_MS, trusting } from '../iam.testkit';

const TRUST = trusting({ AWS: HOME });
const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

describe.each(['User', 'Group', 'Role'])('the policy operations of a %s', (kind) => {
  const name = { [`${kind}Name`]: 'ana' };
  const arn = `arn:aws:iam::${HOME}:${kind.toLowerCase()}/ana`;
  const create = kind === 'Role' ? { ...name, AssumeRolePolicyDocument: TRUST } : name;

  it('put, show, list and delete inline policies', () => {
    const lab = iamLab();
    lab.ask(`Create${kind}`, create);
    const policy = { ...name, PolicyName: 'use' };
    lab.ask(`Put${kind}Policy`, { ...policy, PolicyDocument: allowing('kms:Decrypt') });
    expect(lab.ask(`Get${kind}Policy`, policy)).toEqual({
      ...policy,
      PolicyDocument: allowing('kms:Decrypt'),
    });
    expect(lab.ask(`List${kind}Policies`, name)).toEqual({ PolicyNames: ['use'], IsTruncated: false });
    expect(lab.refusal(`Delete${kind}`, name)[1]).toBe('Cannot delete entity, must delete policies first.');
    lab.ask(`Delete${kind}Policy`, policy);
    expect(lab.refusal(`Delete${kind}Policy`, policy)).toEqual([
      'NoSuchEntity',
      `The ${kind.toLowerCase()} policy with name use cannot be found.`,
      404,
    ]);
    expect(lab.checks.slice(1).map(({ action, resource }) => [action, resource])).toEqual(
      [
        `Put${kind}Policy`,
        `Get${kind}Policy`,
        `List${kind}Policies`,
        `Delete${kind}`,
        `Delete${kind}Policy`,
        `Delete${kind}Policy`,
      ].map((operation) => [`iam:${operation}`, arn]),
    );
  });

  it('attach, list and detach managed policies', () => {
    const lab = iamLab();
    lab.ask(`Create${kind}`, create);
    lab.ask(`Attach${kind}Policy`, { ...name, PolicyArn: READ_ONLY });
    lab.ask(`Attach${kind}Policy`, { ...name, PolicyArn: READ_ONLY });
    expect(lab.ask(`ListAttached${kind}Policies`, name)).toEqual({
      AttachedPolicies: [{ PolicyName: 'ReadOnlyAccess', PolicyArn: READ_ONLY }],
      IsTruncated: false,
    });
    expect(lab.refusal(`Delete${kind}`, name)[1]).toBe(
      'Cannot delete entity, must detach all policies first.',
    );
    lab.ask(`Detach${kind}Policy`, { ...name, PolicyArn: READ_ONLY });
    expect(lab.refusal(`Detach${kind}Policy`, { ...name, PolicyArn: READ_ONLY })).toEqual([
      'NoSuchEntity',
      `Policy ${READ_ONLY} was not found.`,
      404,
    ]);
    expect(lab.ask(`Delete${kind}`, name)).toEqual({});
  });

  it('take ten managed policies', () => {
    const lab = iamLab();
    lab.ask(`Create${kind}`, create);
    for (let i = 0; i <= 10; i++) {
      lab.ask('CreatePolicy', { PolicyName: `p${i}`, PolicyDocument: allowing('kms:*') });
    }
    const attach = (i: number) => ({ ...name, PolicyArn: `arn:aws:iam::${HOME}:policy/p${i}` });
    for (let i = 0; i < 10; i++) lab.ask(`Attach${kind}Policy`, attach(i));
    expect(lab.refusal(`Attach${kind}Policy`, attach(10))).toEqual([
      'LimitExceeded',
      `Cannot exceed quota for PoliciesPer${kind}: 10`,
      409,
    ]);
  });
});

describe.each(['User', 'Role'])('the boundary and tags of a %s', (kind) => {
  const name = { [`${kind}Name`]: 'ana' };
  const create = kind === 'Role' ? { ...name, AssumeRolePolicyDocument: TRUST } : name;
  const boundary = { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: READ_ONLY };

  it('are given at the start or later', () => {
    const lab = iamLab();
    const Tags = [{ Key: 'team', Value: 'orders' }];
    const made = lab.ask(`Create${kind}`, { ...create, PermissionsBoundary: READ_ONLY, Tags });
    expect(made[kind]).toMatchObject({ PermissionsBoundary: boundary, Tags });
    expect(lab.checks[0]?.context('iam:PermissionsBoundary')).toEqual([READ_ONLY]);
    lab.ask(`Delete${kind}PermissionsBoundary`, name);
    lab.ask(`Untag${kind}`, { ...name, TagKeys: ['team'] });
    expect(lab.ask(`Get${kind}`, name)[kind]).toMatchObject({
      PermissionsBoundary: undefined,
      Tags: undefined,
    });
    lab.ask(`Put${kind}PermissionsBoundary`, { ...name, PermissionsBoundary: READ_ONLY });
    lab.ask(`Tag${kind}`, { ...name, Tags });
    expect(lab.ask(`List${kind}Tags`, name)).toEqual({ Tags, IsTruncated: false });
    expect(lab.ask(`Get${kind}`, name)[kind]).toMatchObject({ PermissionsBoundary: boundary, Tags });
  });

  it('refuse a boundary that is no policy', () => {
    const lab = iamLab();
    lab.ask(`Create${kind}`, create);
    const put = (PermissionsBoundary: string) =>
      lab.refusal(`Put${kind}PermissionsBoundary`, { ...name, PermissionsBoundary });
    const foreign = 'arn:aws:iam::999988887777:policy/p';
    expect([put(foreign), put('not an ARN at all, though long')]).toEqual([
      ['NoSuchEntity', `Policy ${foreign} does not exist or is not attachable.`, 404],
      ['InvalidInput', 'ARN not an ARN at all, though long is not valid.', 400],
    ]);
  });
});

describe('further operations', () => {
  it('show the root user by its account', () => {
    expect(iamLab().ask('GetUser', {}, ROOT_KEY)).toEqual({
      User: { UserId: HOME, Arn: `arn:aws:iam::${HOME}:root`, CreateDate: START_MS },
    });
  });

  it('tag managed policies', () => {
    const lab = iamLab();
    lab.ask('CreatePolicy', { PolicyName: 'p', PolicyDocument: allowing('kms:*') });
    const PolicyArn = `arn:aws:iam::${HOME}:policy/p`;
    lab.ask('TagPolicy', {
      PolicyArn,
      Tags: [
        { Key: 'team', Value: 'orders' },
        { Key: 'stage', Value: 'test' },
      ],
    });
    lab.ask('UntagPolicy', { PolicyArn, TagKeys: ['stage'] });
    expect(lab.checks.at(-1)?.context('aws:ResourceTag/stage')).toEqual(['test']);
    expect(lab.ask('GetPolicy', { PolicyArn }).Policy).toMatchObject({
      Tags: [{ Key: 'team', Value: 'orders' }],
    });
  });

  it('replace a trust policy, and leave it where the new one is malformed', () => {
    const lab = iamLab();
    lab.ask('CreateRole', { RoleName: 'app', AssumeRolePolicyDocument: TRUST });
    const PolicyDocument = trusting({ Service: 'lambda.amazonaws.com' });
    lab.ask('UpdateAssumeRolePolicy', { RoleName: 'app', PolicyDocument });
    expect(lab.refusal('UpdateAssumeRolePolicy', { RoleName: 'app', PolicyDocument: '[]' })).toEqual([
      'MalformedPolicyDocument',
      'Syntax errors in policy.',
      400,
    ]);
    expect(lab.ask('GetRole', { RoleName: 'app' }).Role).toMatchObject({
      AssumeRolePolicyDocument: PolicyDocument,
    });
  });

  it('list the policies in use alone, or those of AWS alone', () => {
    const lab = iamLab();
    lab.ask('CreatePolicy', { PolicyName: 'p', PolicyDocument: allowing('kms:*') });
    const arns = (input: object) =>
      (lab.ask('ListPolicies', { ...input }).Policies as { Arn: string }[]).map(({ Arn }) => Arn);
    expect(arns({ OnlyAttached: true })).toEqual(['arn:aws:iam::aws:policy/AdministratorAccess']);
    expect(arns({ Scope: 'AWS', PathPrefix: '/service-role/' })).toEqual([
      'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    ]);
  });

  it('stand in the table under their own names', () => {
    expect(
      Object.entries(createIamOperations()).filter(([name, operation]) => operation.name !== name),
    ).toEqual([]);
  });
});
