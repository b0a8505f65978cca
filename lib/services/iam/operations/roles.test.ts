import { describe, expect, it } from 'vitest';
import { HOME, iamLab, START_MS, trusting } from '../iam.testkit';

const TRUST = trusting({ AWS: `arn:aws:iam::${HOME}:root` });
const READER = {
  Path: '/',
  RoleName: 'reader',
  RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
  Arn: `arn:aws:iam::${HOME}:role/reader`,
  CreateDate: START_MS,
  AssumeRolePolicyDocument: TRUST,
};

describe('roles', () => {
  it('are created, shown, listed, changed and deleted', () => {
    const lab = iamLab();
    const wanted = { RoleName: 'reader', AssumeRolePolicyDocument: TRUST, Description: 'Reads.' };
    expect(lab.ask('CreateRole', wanted)).toEqual({ Role: READER });
    const listed = { ...READER, Description: 'Reads.', MaxSessionDuration: 3600 };
    expect(lab.ask('GetRole', { RoleName: 'reader' })).toEqual({ Role: { ...listed, RoleLastUsed: {} } });
    expect(lab.ask('ListRoles')).toEqual({ Roles: [listed], IsTruncated: false });
    lab.ask('UpdateRole', { RoleName: 'reader', MaxSessionDuration: 7200 });
    expect(lab.ask('ListRoles')).toEqual({
      Roles: [{ ...listed, MaxSessionDuration: 7200 }],
      IsTruncated: false,
    });
    lab.ask('DeleteRole', { RoleName: 'reader' });
    expect(lab.ask('ListRoles')).toEqual({ Roles: [], IsTruncated: false });
  });

  it.each([
    ['{', 'This policy contains invalid Json'],
    ['{"Version":"2012-10-17"}', 'Missing required field Statement'],
    [trusting({ AWS: 'somebody' }), 'Invalid principal in policy: "AWS":"somebody"'],
    [
      trusting({ AWS: `arn:aws:iam::${HOME}:user/nobody` }),
      `Invalid principal in policy: "AWS":"arn:aws:iam::${HOME}:user/nobody"`,
    ],
    [trusting({ AWS: '999988887777' }), 'Invalid principal in policy: "AWS":"999988887777"'],
    [
      TRUST.replace('sts:AssumeRole', 's3:GetObject'),
      'AssumeRole policy may only specify STS AssumeRole actions.',
    ],
    [TRUST.replace('"Action"', '"Resource":"*","Action"'), 'Has prohibited field Resource'],
  ])('refuse the trust policy %s', (document, message) => {
    const lab = iamLab();
    expect(lab.refusal('CreateRole', { RoleName: 'reader', AssumeRolePolicyDocument: document })).toEqual([
      'MalformedPolicyDocument',
      message,
      400,
    ]);
  });

  it('show a deleted principal of their trust policy by its unique id', () => {
    const lab = iamLab();
    const { User } = lab.ask('CreateUser', { UserName: 'ana' }) as { User: { UserId: string; Arn: string } };
    lab.ask('CreateRole', { RoleName: 'reader', AssumeRolePolicyDocument: trusting({ AWS: User.Arn }) });
    lab.ask('DeleteUser', { UserName: 'ana' });
    lab.ask('CreateUser', { UserName: 'ana' });
    const { Role } = lab.ask('GetRole', { RoleName: 'reader' }) as {
      Role: { AssumeRolePolicyDocument: string };
    };
    expect(Role.AssumeRolePolicyDocument).toBe(trusting({ AWS: User.UserId }));
  });

  it('of services are made once and changed by nobody', () => {
    const lab = iamLab();
    const service = { AWSServiceName: 'mrk.kms.amazonaws.com' };
    const name = 'AWSServiceRoleForKeyManagementServiceMultiRegionKeys';
    expect(lab.ask('CreateServiceLinkedRole', service)).toEqual({
      Role: {
        Path: '/aws-service-role/mrk.kms.amazonaws.com/',
        RoleName: name,
        RoleId: expect.stringMatching(/^AROA/),
        Arn: `arn:aws:iam::${HOME}:role/aws-service-role/mrk.kms.amazonaws.com/${name}`,
        CreateDate: START_MS,
        AssumeRolePolicyDocument: trusting({ Service: 'mrk.kms.amazonaws.com' }),
      },
    });
    expect(lab.refusal('CreateServiceLinkedRole', service)).toEqual([
      'InvalidInput',
      `Service role name ${name} has been taken in this account, please try a different suffix.`,
      400,
    ]);
    expect(
      lab.refusal('DetachRolePolicy', { RoleName: name, PolicyArn: 'arn:aws:iam::aws:policy/X' }),
    ).toEqual([
      'UnmodifiableEntity',
      `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`,
      400,
    ]);
  });
});
