import { describe, expect, it } from 'vitest';
import { seedAccessKeyId } from '../../iam';
import { sessionOf, sessions } from '..';
import { HOME, keyOf, OTHER, ROOT_KEY, START_MS, STUDENT_KEY, stsLab } from '../sts.testkit';

const ROOT = `arn:aws:iam::${HOME}:root`;
const STUDENT = `arn:aws:iam::${HOME}:user/student`;

function trusting(principal: object, rest: object = {}) {
  const Action = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];
  return { Effect: 'Allow', Principal: principal, Action, ...rest };
}

function notAllowed(user: string, role: string, action = 'sts:AssumeRole') {
  return ['AccessDenied', `User: ${user} is not authorized to perform: ${action} on resource: ${role}`, 403];
}

describe('AssumeRole', () => {
  it('answers credentials of a session with its identity', () => {
    const lab = stsLab();
    const role = lab.role('app', trusting({ AWS: ROOT }));
    const output = lab.ask('sts:AssumeRole', { RoleArn: role, RoleSessionName: 'one' });
    const arn = `arn:aws:sts::${HOME}:assumed-role/app/one`;
    const id = expect.stringMatching(/^AROA[A-Z2-7]{17}:one$/);
    expect(output).toEqual({
      Credentials: {
        AccessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/),
        SecretAccessKey: expect.stringMatching(/^.{40}$/),
        SessionToken: expect.stringMatching(/^.{352}$/),
        Expiration: START_MS + 3_600_000,
      },
      AssumedRoleUser: { AssumedRoleId: id, Arn: arn },
    });
    expect(lab.ask('sts:GetCallerIdentity', {}, keyOf(output))).toEqual({
      UserId: id,
      Account: HOME,
      Arn: arn,
    });
    expect(lab.world.log.get(lab.world.log.head - 1)?.outcome.audit).toMatchObject({
      resources: [role],
      responseElements: {
        credentials: { accessKeyId: keyOf(output), expiration: START_MS + 3_600_000 },
        assumedRoleUser: { assumedRoleId: id, arn },
      },
    });
  });

  it('ends when the session does', () => {
    const lab = stsLab();
    const key = lab.assume(lab.role('app', trusting({ AWS: ROOT })), { DurationSeconds: 900 });
    lab.world.setClock(START_MS + 899_999);
    expect(sessionOf(lab.world, key)).toMatchObject({ type: 'role-session', mfa: false });
    lab.world.setClock(START_MS + 900_000);
    expect(lab.refusal('sts:GetCallerIdentity', {}, key)).toEqual([
      'ExpiredTokenException',
      'The security token included in the request is expired',
      400,
    ]);
  });

  it('needs no identity policy where the trust policy of the same account names the caller', () => {
    const lab = stsLab();
    const role = lab.role('app', trusting({ AWS: STUDENT }));
    const delegated = lab.role('delegated', trusting({ AWS: ROOT }));
    const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
    lab.ask('iam:DetachUserPolicy', { UserName: 'student', PolicyArn });
    expect(lab.assume(role)).toMatch(/^ASIA/);
    expect(lab.refusal('sts:AssumeRole', { RoleArn: delegated, RoleSessionName: 'one' })).toEqual(
      notAllowed(STUDENT, delegated),
    );
  });

  it('is refused to whom the trust policy does not mean, and alike where there is no role', () => {
    const lab = stsLab();
    const role = lab.role('app', trusting({ Service: 'lambda.amazonaws.com' }));
    const missing = `arn:aws:iam::${HOME}:role/missing`;
    for (const RoleArn of [role, missing]) {
      expect(lab.refusal('sts:AssumeRole', { RoleArn, RoleSessionName: 'one' })).toEqual(
        notAllowed(STUDENT, RoleArn),
      );
    }
  });

  it('needs both sides from another account', () => {
    const lab = stsLab();
    const visitor = `arn:aws:iam::${OTHER}:user/student`;
    const visitorKey = seedAccessKeyId(OTHER, 'student');
    const open = lab.role('open', trusting({ AWS: visitor }));
    const closed = lab.role('closed', trusting({ AWS: STUDENT }));
    expect(lab.assume(open, {}, visitorKey)).toMatch(/^ASIA/);
    const wanted = { RoleSessionName: 'one' };
    expect(lab.refusal('sts:AssumeRole', { RoleArn: closed, ...wanted }, visitorKey)).toEqual(
      notAllowed(visitor, closed),
    );
    const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
    lab.ask('iam:DetachUserPolicy', { UserName: 'student', PolicyArn }, visitorKey);
    expect(lab.refusal('sts:AssumeRole', { RoleArn: open, ...wanted }, visitorKey)).toEqual(
      notAllowed(visitor, open),
    );
  });

  it('is refused to the root user', () => {
    const lab = stsLab();
    const role = lab.role('app', trusting({ AWS: ROOT }));
    expect(lab.refusal('sts:AssumeRole', { RoleArn: role, RoleSessionName: 'one' }, ROOT_KEY)).toEqual([
      'AccessDenied',
      'Roles may not be assumed by root accounts.',
      403,
    ]);
  });

  it('names the layer of an explicit deny', () => {
    const lab = stsLab();
    const role = lab.role('app', { ...trusting({ AWS: STUDENT }), Effect: 'Deny' });
    expect(lab.refusal('sts:AssumeRole', { RoleArn: role, RoleSessionName: 'one' })).toEqual([
      'AccessDenied',
      `User: ${STUDENT} is not authorized to perform: sts:AssumeRole on resource: ${role} with an explicit deny in a resource-based policy`,
      403,
    ]);
  });

  it('lets the trust policy ask for an external id, a device and a session name', () => {
    const lab = stsLab();
    const Condition = {
      StringEquals: { 'sts:ExternalId': 'tenant-7', 'sts:RoleSessionName': 'one' },
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
    };
    const role = lab.role('app', trusting({ AWS: STUDENT }, { Condition }));
    const device = { SerialNumber: `arn:aws:iam::${HOME}:mfa/student`, TokenCode: '123456' };
    expect(lab.assume(role, { ExternalId: 'tenant-7', ...device })).toMatch(/^ASIA/);
    for (const faulty of [
      { ExternalId: 'tenant-8', ...device },
      device,
      { ExternalId: 'tenant-7' },
      { ExternalId: 'tenant-7', ...device, RoleSessionName: 'two' },
    ]) {
      expect(lab.refusal('sts:AssumeRole', { RoleArn: role, RoleSessionName: 'one', ...faulty })).toEqual(
        notAllowed(STUDENT, role),
      );
    }
    expect(
      lab.refusal('sts:AssumeRole', { RoleArn: role, RoleSessionName: 'one', TokenCode: '123456' }),
    ).toEqual([
      'ValidationError',
      'Both the MFA serial number and the MFA token code must be specified.',
      400,
    ]);
  });

  it('keeps to the durations of the role and of a chain', () => {
    const lab = stsLab();
    const app = lab.role('app', trusting({ AWS: ROOT }));
    const next = lab.role('next', trusting({ AWS: app }));
    lab.ask('iam:UpdateRole', { RoleName: 'next', MaxSessionDuration: 7200 });
    const long = { RoleSessionName: 'one', DurationSeconds: 7200 };
    expect(lab.refusal('sts:AssumeRole', { RoleArn: app, ...long })).toEqual([
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      400,
    ]);
    expect(lab.refusal('sts:AssumeRole', { RoleArn: next, ...long }, lab.assume(app))).toEqual([
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      400,
    ]);
  });
});

describe('session tags', () => {
  it('lie over those of the role, and transitive ones go on along a chain', () => {
    const lab = stsLab();
    const app = lab.role('app', trusting({ AWS: ROOT }));
    lab.ask('iam:TagRole', {
      RoleName: 'app',
      Tags: [
        { Key: 'team', Value: 'orders' },
        { Key: 'stage', Value: 'test' },
      ],
    });
    const next = lab.role('next', trusting({ AWS: app }));
    const first = lab.assume(app, {
      Tags: [
        { Key: 'team', Value: 'billing' },
        { Key: 'tenant', Value: '7' },
      ],
      TransitiveTagKeys: ['tenant'],
      SourceIdentity: 'ana',
    });
    expect(lab.world.table(sessions).get(first)).toMatchObject({
      principal: { tags: { team: 'billing', stage: 'test', tenant: '7' } },
      transitiveTags: { tenant: '7' },
      sourceIdentity: 'ana',
    });
    const second = lab.assume(next, {}, first);
    expect(lab.world.table(sessions).get(second)).toMatchObject({
      principal: { tags: { tenant: '7' } },
      transitiveTags: { tenant: '7' },
      sourceIdentity: 'ana',
    });
    const again = { RoleArn: next, RoleSessionName: 'one', Tags: [{ Key: 'Tenant', Value: '8' }] };
    expect(lab.refusal('sts:AssumeRole', again, first)).toEqual([
      'InvalidParameterValue',
      "One of the specified session tags can't be set because it conflicts with a transitive tag key from the calling session.",
      400,
    ]);
  });

  it('need a permission of their own', () => {
    const lab = stsLab();
    const role = lab.role('app', trusting({ AWS: STUDENT }, { Action: 'sts:AssumeRole' }));
    const tagged = { RoleArn: role, RoleSessionName: 'one', Tags: [{ Key: 'team', Value: 'orders' }] };
    expect(lab.refusal('sts:AssumeRole', tagged)).toEqual(notAllowed(STUDENT, role, 'sts:TagSession'));
  });
});

describe('session policies', () => {
  const look = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'iam:GetRole', Resource: '*' }],
  });

  it('cap the session', () => {
    const lab = stsLab();
    const role = lab.role('app', trusting({ AWS: ROOT }));
    const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
    lab.ask('iam:AttachRolePolicy', { RoleName: 'app', PolicyArn });
    const output = lab.ask('sts:AssumeRole', { RoleArn: role, RoleSessionName: 'one', Policy: look });
    expect(output.PackedPolicySize).toBe(5);
    expect(lab.ask('iam:GetRole', { RoleName: 'app' }, keyOf(output))).toMatchObject({ Role: { Arn: role } });
    const session = `arn:aws:sts::${HOME}:assumed-role/app/one`;
    expect(lab.refusal('iam:ListRoles', {}, keyOf(output))).toEqual([
      'AccessDenied',
      `User: ${session} is not authorized to perform: iam:ListRoles on resource: arn:aws:iam::${HOME}:role/ because no session policy allows the iam:ListRoles action`,
      403,
    ]);
  });

  it('are taken from managed policies, must be well formed and must fit', () => {
    const lab = stsLab();
    const role = lab.role('app', trusting({ AWS: ROOT }));
    const PolicyArns = [{ arn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' }];
    const key = lab.assume(role, { PolicyArns });
    expect(lab.world.table(sessions).get(key)?.principal.sessionPolicies).toEqual([
      expect.stringContaining('iam:Get*'),
    ]);
    const wanted = { RoleArn: role, RoleSessionName: 'one' };
    expect(lab.refusal('sts:AssumeRole', { ...wanted, Policy: '{}' })[0]).toBe('MalformedPolicyDocument');
    const long = look.replace('iam:GetRole', `iam:${'x'.repeat(3000)}`);
    expect(lab.refusal('sts:AssumeRole', { ...wanted, Policy: long })).toEqual([
      'PackedPolicyTooLarge',
      'Packed size of session tags and policies consumes 151% of allotted space.',
      400,
    ]);
    const stranger = `arn:aws:iam::${OTHER}:policy/p`;
    expect(lab.refusal('sts:AssumeRole', { ...wanted, PolicyArns: [{ arn: stranger }] })).toEqual([
      'ValidationError',
      `The session policy ${stranger} does not exist in account ${HOME}.`,
      400,
    ]);
  });
});

describe('a session of a deleted role', () => {
  it('lives on without permissions', () => {
    const lab = stsLab();
    const role = lab.role('app', trusting({ AWS: ROOT }));
    const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
    lab.ask('iam:AttachRolePolicy', { RoleName: 'app', PolicyArn });
    const key = lab.assume(role);
    lab.ask('iam:ListRoles', {}, key);
    lab.ask('iam:DetachRolePolicy', { RoleName: 'app', PolicyArn });
    lab.ask('iam:DeleteRole', { RoleName: 'app' });
    expect(lab.refusal('iam:ListRoles', {}, key)[0]).toBe('AccessDenied');
    expect(lab.ask('sts:GetCallerIdentity', {}, STUDENT_KEY)).toMatchObject({ Arn: STUDENT });
  });
});
