import { describe, expect, it } from 'vitest';
import { identityPoliciesOf, isServiceLinked, principalExists, principalOf, uniqueIdOf } from '.';
import { allowing, HOME, iamLab, ROOT_KEY, STUDENT_KEY, trusting } from './iam.testkit';

const STUDENT = `arn:aws:iam::${HOME}:user/student`;
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

describe('principalOf', () => {
  it('knows the user and the root user an account begins with', () => {
    const { world } = iamLab();
    expect(principalOf(world, STUDENT_KEY)).toEqual({
      type: 'user',
      account: HOME,
      arn: STUDENT,
      userId: uniqueIdOf(world, STUDENT),
      userName: 'student',
      accessKeyId: STUDENT_KEY,
      tags: {},
    });
    expect(principalOf(world, ROOT_KEY)).toEqual({
      type: 'root',
      account: HOME,
      arn: `arn:aws:iam::${HOME}:root`,
      userId: HOME,
      accessKeyId: ROOT_KEY,
      tags: {},
    });
    expect(principalOf(world, 'AKIAIOSFODNN7EXAMPLE')).toBeUndefined();
  });

  it('answers the same object until the user changes', () => {
    const lab = iamLab();
    const before = principalOf(lab.world, STUDENT_KEY);
    expect(principalOf(lab.world, STUDENT_KEY)).toBe(before);
    lab.ask('TagUser', { UserName: 'student', Tags: [{ Key: 'team', Value: 'orders' }] });
    expect(principalOf(lab.world, STUDENT_KEY)?.tags).toEqual({ team: 'orders' });
    lab.world.rewind(0);
    expect(principalOf(lab.world, STUDENT_KEY)?.tags).toEqual({});
  });
});

describe('identityPoliciesOf', () => {
  const policiesOf = (lab: ReturnType<typeof iamLab>) => {
    const principal = principalOf(lab.world, STUDENT_KEY);
    if (!principal) throw new Error('the student has no key');
    return identityPoliciesOf(lab.world, principal);
  };

  it('gathers what the user and its groups hold, and the boundary', () => {
    const lab = iamLab();
    lab.ask('CreateGroup', { GroupName: 'auditors' });
    lab.ask('PutGroupPolicy', {
      GroupName: 'auditors',
      PolicyName: 'look',
      PolicyDocument: allowing('kms:List*'),
    });
    lab.ask('AddUserToGroup', { GroupName: 'auditors', UserName: 'student' });
    lab.ask('PutUserPolicy', {
      UserName: 'student',
      PolicyName: 'use',
      PolicyDocument: allowing('kms:Decrypt'),
    });
    lab.ask('CreatePolicy', { PolicyName: 'cap', PolicyDocument: allowing('kms:*') });
    const cap = `arn:aws:iam::${HOME}:policy/cap`;
    lab.ask('PutUserPermissionsBoundary', { UserName: 'student', PermissionsBoundary: cap });
    const held = policiesOf(lab);
    expect(held).toEqual({
      identity: [
        { name: 'use', text: allowing('kms:Decrypt') },
        { name: 'AdministratorAccess', arn: ADMINISTRATOR, text: expect.stringContaining('"Action": "*"') },
        { name: 'look', text: allowing('kms:List*') },
      ],
      boundary: { name: 'cap', arn: cap, text: allowing('kms:*') },
    });
    expect(policiesOf(lab)).toBe(held);
  });

  it('sees at once what a group or a managed policy becomes', () => {
    const lab = iamLab();
    lab.ask('CreatePolicy', { PolicyName: 'p', PolicyDocument: allowing('kms:Encrypt') });
    const PolicyArn = `arn:aws:iam::${HOME}:policy/p`;
    lab.ask('CreateGroup', { GroupName: 'auditors' });
    lab.ask('AddUserToGroup', { GroupName: 'auditors', UserName: 'student' });
    expect(policiesOf(lab).identity).toHaveLength(1);
    lab.ask('AttachGroupPolicy', { GroupName: 'auditors', PolicyArn });
    expect(policiesOf(lab).identity[1]?.text).toBe(allowing('kms:Encrypt'));
    lab.ask('CreatePolicyVersion', {
      PolicyArn,
      PolicyDocument: allowing('kms:Decrypt'),
      SetAsDefault: true,
    });
    expect(policiesOf(lab).identity[1]?.text).toBe(allowing('kms:Decrypt'));
  });

  it('lends nothing of a role made anew to a session of the deleted one', () => {
    const lab = iamLab();
    const role = { RoleName: 'app', AssumeRolePolicyDocument: trusting({ AWS: HOME }) };
    lab.ask('CreateRole', role);
    lab.ask('PutRolePolicy', { RoleName: 'app', PolicyName: 'p', PolicyDocument: allowing('kms:*') });
    const roleArn = `arn:aws:iam::${HOME}:role/app`;
    const session = {
      type: 'role-session' as const,
      account: HOME,
      arn: `arn:aws:sts::${HOME}:assumed-role/app/one`,
      roleArn,
      userId: `${uniqueIdOf(lab.world, roleArn)}:one`,
      accessKeyId: 'ASIA',
      tags: {},
    };
    const held = { identity: [{ name: 'p', text: allowing('kms:*') }] };
    expect(identityPoliciesOf(lab.world, session)).toEqual(held);
    lab.ask('DeleteRolePolicy', { RoleName: 'app', PolicyName: 'p' });
    lab.ask('DeleteRole', { RoleName: 'app' });
    lab.ask('CreateRole', role);
    lab.ask('PutRolePolicy', { RoleName: 'app', PolicyName: 'p', PolicyDocument: allowing('kms:*') });
    expect(identityPoliciesOf(lab.world, session)).toEqual({ identity: [] });
  });
});

describe('isServiceLinked', () => {
  it('tells the role of a service from one that only sounds so', () => {
    const session = (role: string) => ({
      type: 'role-session' as const,
      account: HOME,
      arn: '',
      roleArn: `arn:aws:iam::${HOME}:role/${role}`,
      userId: '',
      accessKeyId: '',
      tags: {},
    });
    expect(isServiceLinked(session('aws-service-role/mrk.kms.amazonaws.com/R'))).toBe(true);
    expect(isServiceLinked(session('AWSServiceRoleForKMS'))).toBe(false);
  });
});

describe('principalExists', () => {
  it.each([
    [HOME, true],
    ['999988887777', false],
    [`arn:aws:iam::${HOME}:root`, true],
    [STUDENT, true],
    [`arn:aws:iam::${HOME}:user/Student`, false],
    [`arn:aws:iam::${HOME}:role/app`, false],
    [`arn:aws:sts::${HOME}:assumed-role/app/one`, false],
    [`arn:aws:sts::${HOME}:assumed-role/aws:ec2-infrastructure/i-1`, true],
    ['arn:aws:sts::999988887777:assumed-role/aws:ec2-infrastructure/i-1', false],
    [`arn:aws:sts::${HOME}:federated-user/ana`, true],
    [`arn:aws:s3:::${HOME}`, false],
    ['AIDAAAAAAAAAAAAAAAAAA', false],
    ['somebody', false],
  ])('says of %s: %s', (principal, exists) => {
    expect(principalExists(iamLab().world, principal)).toBe(exists);
  });
});
