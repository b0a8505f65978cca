import { describe, expect, it } from 'vitest';
import { HOME, iamLab, START_MS, STUDENT_KEY } from '../iam.testkit';

const ANA = {
  Path: '/team/',
  UserName: 'ana',
  UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
  Arn: `arn:aws:iam::${HOME}:user/team/ana`,
  CreateDate: START_MS,
};
const STUDENT = {
  Path: '/',
  UserName: 'student',
  UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
  Arn: `arn:aws:iam::${HOME}:user/student`,
  CreateDate: START_MS,
};

describe('users', () => {
  it('are created, shown, listed by path and deleted', () => {
    const lab = iamLab();
    const Tags = [{ Key: 'team', Value: 'orders' }];
    expect(lab.ask('CreateUser', { UserName: 'ana', Path: '/team/', Tags })).toEqual({
      User: { ...ANA, Tags },
    });
    expect(lab.ask('GetUser', { UserName: 'ana' })).toEqual({ User: { ...ANA, Tags } });
    expect(lab.ask('ListUsers')).toEqual({ Users: [STUDENT, ANA], IsTruncated: false });
    expect(lab.ask('ListUsers', { PathPrefix: '/team/' })).toEqual({ Users: [ANA], IsTruncated: false });
    expect(lab.ask('DeleteUser', { UserName: 'ana' })).toEqual({});
    expect(lab.refusal('GetUser', { UserName: 'ana' })).toEqual([
      'NoSuchEntity',
      'The user with name ana cannot be found.',
      404,
    ]);
  });

  it('are listed page by page', () => {
    const lab = iamLab();
    lab.ask('CreateUser', { UserName: 'ana', Path: '/team/' });
    const first = lab.ask('ListUsers', { MaxItems: 1 });
    expect(first).toEqual({ Users: [STUDENT], IsTruncated: true, Marker: expect.any(String) });
    expect(lab.ask('ListUsers', { MaxItems: 1, Marker: first.Marker })).toEqual({
      Users: [ANA],
      IsTruncated: false,
    });
    expect(lab.refusal('ListUsers', { Marker: 'elsewhere' })).toEqual([
      'ValidationError',
      'Invalid Marker: elsewhere',
      400,
    ]);
  });

  it('have names that are unique whatever their case', () => {
    const lab = iamLab();
    expect(lab.refusal('CreateUser', { UserName: 'Student' })).toEqual([
      'EntityAlreadyExists',
      'User with name Student already exists.',
      409,
    ]);
  });

  it('are asked for by permissions on their ARN, with their tags and those of the request', () => {
    const lab = iamLab();
    lab.ask('CreateUser', { UserName: 'ana', Path: '/team/', Tags: [{ Key: 'team', Value: 'orders' }] });
    lab.ask('TagUser', { UserName: 'ana', Tags: [{ Key: 'stage', Value: 'test' }] });
    const seen = lab.checks.map(({ action, resource, account, context }) => [
      action,
      resource,
      account,
      context('aws:requesttag/team'),
      context('aws:RequestTag/stage'),
      context('aws:ResourceTag/team'),
    ]);
    expect(seen).toEqual([
      ['iam:CreateUser', ANA.Arn, HOME, ['orders'], undefined, undefined],
      ['iam:TagUser', ANA.Arn, HOME, ['orders'], undefined, undefined],
      ['iam:TagUser', ANA.Arn, HOME, undefined, ['test'], ['orders']],
    ]);
  });

  it('stay while they have anything', () => {
    const lab = iamLab();
    lab.ask('CreateUser', { UserName: 'ana' });
    lab.ask('CreateGroup', { GroupName: 'auditors' });
    lab.ask('AddUserToGroup', { GroupName: 'auditors', UserName: 'ana' });
    const { AccessKey } = lab.ask('CreateAccessKey', { UserName: 'ana' });
    const conflict = () => lab.refusal('DeleteUser', { UserName: 'ana' });
    expect(conflict()).toEqual([
      'DeleteConflict',
      'Cannot delete entity, must delete access keys first.',
      409,
    ]);
    const { AccessKeyId } = AccessKey as { AccessKeyId: string };
    lab.ask('DeleteAccessKey', { UserName: 'ana', AccessKeyId });
    expect(conflict()).toEqual([
      'DeleteConflict',
      'Cannot delete entity, must remove users from group first.',
      409,
    ]);
    lab.ask('RemoveUserFromGroup', { GroupName: 'auditors', UserName: 'ana' });
    expect(lab.ask('DeleteUser', { UserName: 'ana' })).toEqual({});
  });

  it('change their tags key by key', () => {
    const lab = iamLab();
    lab.ask('TagUser', { UserName: 'student', Tags: [{ Key: 'team', Value: 'orders' }] });
    lab.ask('TagUser', { UserName: 'student', Tags: [{ Key: 'Team', Value: 'billing' }] });
    lab.ask('TagUser', { UserName: 'student', Tags: [{ Key: 'stage', Value: 'test' }] });
    lab.ask('UntagUser', { UserName: 'student', TagKeys: ['stage'] });
    expect(lab.ask('ListUserTags', { UserName: 'student' })).toEqual({
      Tags: [{ Key: 'Team', Value: 'billing' }],
      IsTruncated: false,
    });
    expect(lab.refusal('TagUser', { UserName: 'student', Tags: [{ Key: 'aws:x', Value: '' }] })).toEqual([
      'InvalidInput',
      "Tag keys that start with 'aws:' are reserved for system use.",
      400,
    ]);
  });
});

describe('access keys', () => {
  it('belong to the caller where no user is named, two at the most', () => {
    const lab = iamLab();
    const created = lab.ask('CreateAccessKey');
    expect(created).toEqual({
      AccessKey: {
        UserName: 'student',
        AccessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
        Status: 'Active',
        SecretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/),
        CreateDate: START_MS,
      },
    });
    expect(lab.refusal('CreateAccessKey')).toEqual([
      'LimitExceeded',
      'Cannot exceed quota for AccessKeysPerUser: 2',
      409,
    ]);
    const { AccessKeyId } = created.AccessKey as { AccessKeyId: string };
    lab.ask('UpdateAccessKey', { AccessKeyId, Status: 'Inactive' });
    const listed = lab.ask('ListAccessKeys').AccessKeyMetadata as { AccessKeyId: string }[];
    expect(listed.find((key) => key.AccessKeyId === AccessKeyId)).toEqual({
      UserName: 'student',
      AccessKeyId,
      Status: 'Inactive',
      CreateDate: START_MS,
    });
    expect(listed.map((key) => key.AccessKeyId).sort()).toEqual([AccessKeyId, STUDENT_KEY].sort());
    expect(lab.refusal('GetUser', {}, AccessKeyId)).toEqual(['InvalidClientTokenId', undefined, 403]);
  });

  it('never stand in the trail with their secret', () => {
    const lab = iamLab();
    const reply = lab.send('CreateAccessKey');
    const commit = lab.world.log.get(reply.seq ?? 0);
    expect(commit?.outcome.audit.responseElements).toEqual({
      accessKey: {
        userName: 'student',
        accessKeyId: expect.any(String),
        status: 'Active',
        createDate: START_MS,
      },
    });
  });
});
