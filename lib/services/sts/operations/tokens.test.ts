import { describe, expect, it } from 'vitest';
import { HOME, keyOf, OTHER, ROOT_KEY, START_MS, STUDENT_KEY, stsLab } from '../sts.testkit';

const STUDENT = `arn:aws:iam::${HOME}:user/student`;
const CREDENTIALS = {
  AccessKeyId: expect.stringMatching(/^ASIA/),
  SecretAccessKey: expect.any(String),
  SessionToken: expect.any(String),
};

describe('GetCallerIdentity', () => {
  it('names the user and the root user', () => {
    const lab = stsLab();
    expect(lab.ask('sts:GetCallerIdentity')).toEqual({
      UserId: expect.stringMatching(/^AIDA/),
      Account: HOME,
      Arn: STUDENT,
    });
    expect(lab.ask('sts:GetCallerIdentity', {}, ROOT_KEY)).toEqual({
      UserId: HOME,
      Account: HOME,
      Arn: `arn:aws:iam::${HOME}:root`,
    });
  });
});

describe('GetSessionToken', () => {
  it('answers credentials of the caller that say whether a device vouched for it', () => {
    const lab = stsLab();
    const device = { SerialNumber: `arn:aws:iam::${HOME}:mfa/student`, TokenCode: '123456' };
    const output = lab.ask('sts:GetSessionToken', device);
    expect(output).toEqual({ Credentials: { ...CREDENTIALS, Expiration: START_MS + 43_200_000 } });
    expect(lab.ask('sts:GetCallerIdentity', {}, keyOf(output))).toEqual(lab.ask('sts:GetCallerIdentity'));
    expect(lab.ask('iam:GetUser', {}, keyOf(output))).toEqual(lab.ask('iam:GetUser'));
    expect(lab.refusal('sts:GetSessionToken', {}, keyOf(output))).toEqual([
      'AccessDenied',
      'Cannot call GetSessionToken with session credentials',
      403,
    ]);
  });

  it('gives the root user an hour at the most', () => {
    const lab = stsLab();
    expect(lab.ask('sts:GetSessionToken', { DurationSeconds: 7200 }, ROOT_KEY)).toEqual({
      Credentials: { ...CREDENTIALS, Expiration: START_MS + 3_600_000 },
    });
  });
});

describe('GetFederationToken', () => {
  const look = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'iam:ListRoles', Resource: '*' }],
  });

  it('answers a session that may do what its user and its policies allow', () => {
    const lab = stsLab();
    const output = lab.ask('sts:GetFederationToken', { Name: 'ana', Policy: look });
    const arn = `arn:aws:sts::${HOME}:federated-user/ana`;
    expect(output).toEqual({
      Credentials: { ...CREDENTIALS, Expiration: START_MS + 43_200_000 },
      FederatedUser: { FederatedUserId: `${HOME}:ana`, Arn: arn },
      PackedPolicySize: 5,
    });
    expect(lab.ask('iam:ListRoles', {}, keyOf(output))).toEqual({ Roles: [], IsTruncated: false });
    expect(lab.refusal('iam:ListUsers', {}, keyOf(output))[0]).toBe('AccessDenied');
  });

  it('allows nothing without policies', () => {
    const lab = stsLab();
    const key = keyOf(lab.ask('sts:GetFederationToken', { Name: 'ana' }));
    expect(lab.refusal('iam:ListRoles', {}, key)[0]).toBe('AccessDenied');
  });
});

describe('GetAccessKeyInfo', () => {
  it('reads the account from the id', () => {
    const lab = stsLab();
    expect(lab.ask('sts:GetAccessKeyInfo', { AccessKeyId: STUDENT_KEY })).toEqual({ Account: HOME });
    expect(lab.ask('sts:GetAccessKeyInfo', { AccessKeyId: 'ASIAQNZGKIQY56JQ7WML' })).toEqual({
      Account: '029608264753',
    });
    expect(lab.refusal('sts:GetAccessKeyInfo', { AccessKeyId: `AKIA${OTHER}` })).toEqual([
      'ValidationError',
      `AKIA${OTHER} is not an access key id with an account in it.`,
      400,
    ]);
  });
});
