import { describe, expect, it } from 'vitest';
import { accessKeys, principalExists, roleOf } from '../../iam';
import { HOME, OTHER_KEY, organizationsLab, START_MS, smallOrganization } from '../organizations.testkit';

const ID = expect.stringMatching(/^o-[a-z0-9]{10}$/);

describe('an organization', () => {
  it('is made once, and its account manages it', () => {
    const lab = organizationsLab();
    expect(lab.refusal('DescribeOrganization')).toEqual(['AWSOrganizationsNotInUseException', undefined]);
    const { Organization } = lab.ask('CreateOrganization') as { Organization: { Id: string } };
    expect(Organization).toEqual({
      Id: ID,
      Arn: `arn:aws:organizations::${HOME}:organization/${Organization.Id}`,
      FeatureSet: 'ALL',
      MasterAccountArn: `arn:aws:organizations::${HOME}:account/${Organization.Id}/${HOME}`,
      MasterAccountId: HOME,
      MasterAccountEmail: 'home@example.com',
      AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
    });
    expect(lab.ask('DescribeOrganization')).toEqual({ Organization });
    expect(lab.refusal('CreateOrganization')).toEqual(['AlreadyInOrganizationException', undefined]);
  });

  it('has a root, units and accounts', () => {
    const lab = smallOrganization();
    const { id, root, unit, account } = lab;
    const arn = (kind: string, of: string) => `arn:aws:organizations::${HOME}:${kind}/${id}/${of}`;
    expect(lab.ask('ListRoots')).toEqual({
      Roots: [
        {
          Id: root,
          Arn: arn('root', root),
          Name: 'Root',
          PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
        },
      ],
    });
    const apps = { Id: unit, Arn: arn('ou', unit), Name: 'apps', Path: `${id}/${root}/${unit}/` };
    expect(unit).toMatch(new RegExp(`^ou-${root.slice(2)}-[a-z0-9]{8}$`));
    expect(lab.ask('ListOrganizationalUnitsForParent', { ParentId: root })).toEqual({
      OrganizationalUnits: [apps],
    });
    expect(lab.ask('DescribeOrganizationalUnit', { OrganizationalUnitId: unit })).toEqual({
      OrganizationalUnit: apps,
    });
    const app = {
      Id: account,
      Arn: arn('account', account),
      Email: 'app@example.com',
      Name: 'app',
      Status: 'ACTIVE',
      State: 'ACTIVE',
      Paths: [`${id}/${root}/${unit}/${account}/`],
      JoinedMethod: 'CREATED',
      JoinedTimestamp: START_MS,
    };
    expect(lab.ask('DescribeAccount', { AccountId: account })).toEqual({ Account: app });
    expect(lab.ask('ListAccountsForParent', { ParentId: unit })).toEqual({ Accounts: [app] });
    expect(lab.ask('ListAccounts')).toEqual({
      Accounts: [
        {
          ...app,
          Id: HOME,
          Arn: arn('account', HOME),
          Email: 'home@example.com',
          Name: 'Home',
          Paths: [`${id}/${root}/${HOME}/`],
          JoinedMethod: 'INVITED',
        },
        app,
      ],
    });
    expect(lab.ask('ListParents', { ChildId: account })).toEqual({
      Parents: [{ Id: unit, Type: 'ORGANIZATIONAL_UNIT' }],
    });
    expect(lab.ask('ListChildren', { ParentId: root, ChildType: 'ACCOUNT' })).toEqual({
      Children: [{ Id: HOME, Type: 'ACCOUNT' }],
    });
    expect(lab.ask('ListChildren', { ParentId: root, ChildType: 'ORGANIZATIONAL_UNIT' })).toEqual({
      Children: [{ Id: unit, Type: 'ORGANIZATIONAL_UNIT' }],
    });
  });

  it('lists page by page', () => {
    const lab = smallOrganization();
    const first = lab.ask('ListAccounts', { MaxResults: 1 });
    expect(first).toEqual({
      Accounts: [expect.objectContaining({ Id: HOME })],
      NextToken: expect.any(String),
    });
    expect(lab.ask('ListAccounts', { MaxResults: 1, NextToken: first.NextToken })).toEqual({
      Accounts: [expect.objectContaining({ Id: lab.account })],
    });
  });

  it('shows its members itself and leaves the rest to its management account', () => {
    const lab = smallOrganization();
    const { world, account } = lab;
    const accessKeyId = 'AKIAAAAAAAAAAAAAAAAA';
    world.collect(() =>
      world.put(accessKeys, {
        accessKeyId,
        secretAccessKey: '',
        account,
        status: 'Active',
        createdAtMs: START_MS,
      }),
    );
    expect(lab.ask('DescribeOrganization', {}, accessKeyId)).toEqual(lab.ask('DescribeOrganization'));
    const unit = { ParentId: lab.root, Name: 'mine' };
    expect([
      lab.refusal('ListAccounts', {}, accessKeyId),
      lab.refusal('CreateOrganizationalUnit', unit, accessKeyId),
      lab.refusal('ListAccounts', {}, OTHER_KEY),
    ]).toEqual([
      ['AccessDeniedException', undefined],
      ['AccessDeniedException', undefined],
      ['AWSOrganizationsNotInUseException', undefined],
    ]);
  });

  it('refuses moves that do not fit and deletes empty units only', () => {
    const lab = smallOrganization();
    const { root, unit, account } = lab;
    const move = (SourceParentId: string, DestinationParentId: string) =>
      lab.refusal('MoveAccount', { AccountId: account, SourceParentId, DestinationParentId })[0];
    expect(move(root, unit)).toBe('SourceParentNotFoundException');
    expect(move(unit, unit)).toBe('DuplicateAccountException');
    expect(move(unit, `${unit}x`)).toBe('DestinationParentNotFoundException');
    const gone = { OrganizationalUnitId: unit };
    expect(lab.refusal('DeleteOrganizationalUnit', gone)[0]).toBe('OrganizationalUnitNotEmptyException');
    lab.ask('MoveAccount', { AccountId: account, SourceParentId: unit, DestinationParentId: root });
    lab.ask('DeleteOrganizationalUnit', gone);
    expect(lab.refusal('DeleteOrganizationalUnit', gone)[0]).toBe('OrganizationalUnitNotFoundException');
  });

  it('nests units five levels deep, with names of their own', () => {
    const lab = smallOrganization();
    let ParentId = lab.unit;
    for (let level = 2; level <= 5; level++) {
      const made = lab.ask('CreateOrganizationalUnit', { ParentId, Name: 'deeper' });
      ParentId = (made.OrganizationalUnit as { Id: string }).Id;
    }
    expect(lab.refusal('CreateOrganizationalUnit', { ParentId, Name: 'deeper' })).toEqual([
      'ConstraintViolationException',
      { Reason: 'OU_DEPTH_LIMIT_EXCEEDED' },
    ]);
    expect(lab.refusal('CreateOrganizationalUnit', { ParentId: lab.root, Name: 'apps' })[0]).toBe(
      'DuplicateOrganizationalUnitException',
    );
  });
});

describe('CreateAccount', () => {
  it('answers that the account is under way and makes it with its role', () => {
    const lab = smallOrganization();
    const ordered = lab.ask('CreateAccount', { AccountName: 'log', Email: 'log@example.com' });
    const { Id } = ordered.CreateAccountStatus as { Id: string };
    const status = { Id, AccountName: 'log', RequestedTimestamp: START_MS };
    expect(ordered).toEqual({ CreateAccountStatus: { ...status, State: 'IN_PROGRESS' } });
    expect(Id).toMatch(/^car-[a-z0-9]{32}$/);
    const done = lab.ask('DescribeCreateAccountStatus', { CreateAccountRequestId: Id });
    const { AccountId } = done.CreateAccountStatus as { AccountId: string };
    expect(done).toEqual({
      CreateAccountStatus: { ...status, State: 'SUCCEEDED', CompletedTimestamp: START_MS, AccountId },
    });
    expect(principalExists(lab.world, AccountId)).toBe(true);
    const role = roleOf(lab.world, `arn:aws:iam::${AccountId}:role/OrganizationAccountAccessRole`);
    expect(JSON.parse(role?.trustPolicy ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HOME}:root` }, Action: 'sts:AssumeRole' },
      ],
    });
    expect(role?.attached).toEqual(['arn:aws:iam::aws:policy/AdministratorAccess']);
  });

  it('fails for an address that another account has', () => {
    const lab = smallOrganization();
    const ordered = lab.ask('CreateAccount', { AccountName: 'app2', Email: 'App@example.com' });
    const { Id } = ordered.CreateAccountStatus as { Id: string };
    expect(lab.ask('DescribeCreateAccountStatus', { CreateAccountRequestId: Id })).toEqual({
      CreateAccountStatus: {
        Id,
        AccountName: 'app2',
        State: 'FAILED',
        RequestedTimestamp: START_MS,
        CompletedTimestamp: START_MS,
        FailureReason: 'EMAIL_ALREADY_EXISTS',
      },
    });
  });
});
