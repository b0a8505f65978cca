import { describe, expect, it } from 'vitest';
import { HOME, iamLab, START_MS } from '../iam.testkit';

const GROUP = {
  Path: '/',
  GroupName: 'auditors',
  GroupId: expect.stringMatching(/^AGPA[A-Z2-7]{17}$/),
  Arn: `arn:aws:iam::${HOME}:group/auditors`,
  CreateDate: START_MS,
};

describe('groups', () => {
  it('hold users', () => {
    const lab = iamLab();
    expect(lab.ask('CreateGroup', { GroupName: 'auditors' })).toEqual({ Group: GROUP });
    lab.ask('AddUserToGroup', { GroupName: 'auditors', UserName: 'student' });
    lab.ask('AddUserToGroup', { GroupName: 'auditors', UserName: 'student' });
    expect(lab.ask('GetGroup', { GroupName: 'auditors' })).toEqual({
      Group: GROUP,
      Users: [expect.objectContaining({ UserName: 'student' })],
      IsTruncated: false,
    });
    expect(lab.ask('ListGroupsForUser', { UserName: 'student' })).toEqual({
      Groups: [GROUP],
      IsTruncated: false,
    });
    expect(lab.ask('ListGroups')).toEqual({ Groups: [GROUP], IsTruncated: false });
    expect(lab.refusal('DeleteGroup', { GroupName: 'auditors' })).toEqual([
      'DeleteConflict',
      'Cannot delete entity, must remove users from group first.',
      409,
    ]);
    lab.ask('RemoveUserFromGroup', { GroupName: 'auditors', UserName: 'student' });
    expect(lab.ask('DeleteGroup', { GroupName: 'auditors' })).toEqual({});
    expect(lab.refusal('GetGroup', { GroupName: 'auditors' })).toEqual([
      'NoSuchEntity',
      'The group with name auditors cannot be found.',
      404,
    ]);
  });
});

describe('the account', () => {
  it('has one alias', () => {
    const lab = iamLab();
    lab.ask('CreateAccountAlias', { AccountAlias: 'kms-lab' });
    lab.ask('CreateAccountAlias', { AccountAlias: 'kms-lab-2' });
    expect(lab.ask('ListAccountAliases')).toEqual({ AccountAliases: ['kms-lab-2'], IsTruncated: false });
    expect(lab.refusal('DeleteAccountAlias', { AccountAlias: 'kms-lab' })).toEqual([
      'NoSuchEntity',
      'The account alias kms-lab cannot be found.',
      404,
    ]);
    lab.ask('DeleteAccountAlias', { AccountAlias: 'kms-lab-2' });
    expect(lab.ask('ListAccountAliases')).toEqual({ AccountAliases: [], IsTruncated: false });
  });

  it('is counted', () => {
    const lab = iamLab();
    lab.ask('CreateGroup', { GroupName: 'auditors' });
    const { SummaryMap } = lab.ask('GetAccountSummary') as { SummaryMap: Record<string, number> };
    const { Users, Groups, Roles, Policies, AccountAccessKeysPresent } = SummaryMap;
    expect({ Users, Groups, Roles, Policies, AccountAccessKeysPresent }).toEqual({
      Users: 1,
      Groups: 1,
      Roles: 0,
      Policies: 0,
      AccountAccessKeysPresent: 1,
    });
  });
});
