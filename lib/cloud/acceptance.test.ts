import { describe, expect, it } from 'vitest';
import type { RequestSource } from '../aws';
import {
  AccessLab,
  APP,
  DELEGATION,
  document,
  OTHER_ACCOUNT,
  STUDENT,
} from '../views/policies/access.testkit';
import { HOME_ACCESS_KEY, HOME_ACCOUNT } from '.';

const bytes = new Uint8Array([1]);
const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const SESSION = `arn:aws:sts::${HOME_ACCOUNT}:assumed-role/app/run`;
const other = `arn:aws:iam::${OTHER_ACCOUNT}:user/other`;
/** Keeps every key of these tests changeable by whoever made it. */
const admin = { ...DELEGATION, Action: ['kms:Put*', 'kms:Create*', 'kms:Schedule*', 'kms:Get*'] };

function to(principal: unknown, Action: unknown, more: object = {}): object {
  return {
    Effect: 'Allow',
    Principal: typeof principal === 'string' ? { AWS: principal } : principal,
    Action,
    Resource: '*',
    ...more,
  };
}

interface Asking {
  readonly as?: string;
  readonly context?: Readonly<Record<string, string>>;
  readonly source?: RequestSource;
  readonly region?: string;
}

class Lab extends AccessLab {
  /** What Encrypt, or another operation on a key, is answered: `allowed`, or name and message. */
  say(
    key: string,
    { as = this.app(), context, source, region }: Asking = {},
    operation = 'Encrypt',
    more: object = {},
  ): string {
    const input = { KeyId: key, Plaintext: bytes, EncryptionContext: context, ...more };
    const given = operation === 'Encrypt' ? input : { KeyId: key, ...more };
    const reply = this.send('kms', operation, given, {
      credentials: as,
      source,
      ...(region ? { region } : {}),
    });
    return reply.ok ? 'allowed' : `${reply.refusal.name}: ${reply.refusal.message ?? ''}`;
  }

  private session: string | undefined;
  app(): string {
    this.session ??= this.assume();
    return this.session;
  }

  /** Access key of a user `other` of the other account, with an IAM policy where one is given. */
  stranger(...statements: readonly object[]): string {
    const credentials = this.guestKey;
    this.make('iam', 'CreateUser', { UserName: 'other' }, { credentials });
    const PolicyDocument = document(...statements);
    const input = { UserName: 'other', PolicyName: 'own', PolicyDocument };
    if (statements.length > 0) this.make('iam', 'PutUserPolicy', input, { credentials });
    const { AccessKey } = this.make<{ AccessKey: { AccessKeyId: string } }>(
      'iam',
      'CreateAccessKey',
      { UserName: 'other' },
      { credentials },
    );
    return AccessKey.AccessKeyId;
  }
}

/** KMS's words. fact: authorization 11 */
function denied(key: string, clause: string, action = 'kms:Encrypt', who = SESSION): string {
  return `AccessDeniedException: User: ${who} is not authorized to perform: ${action} on resource: ${key} ${clause}`;
}
const no = (policy: string, action = 'kms:Encrypt') => `because no ${policy} allows the ${action} action`;
const THREE_WAYS =
  'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access';

describe('acceptance vectors (fact: authorization 12), by real requests', () => {
  it('1 and 2: root delegation with an IAM allow, and without', () => {
    const lab = new Lab();
    const key = lab.key(DELEGATION);
    expect(lab.say(key)).toBe(denied(key, no('identity-based policy')));
    lab.permit({ Effect: 'Allow', Action: 'kms:Encrypt', Resource: key });
    expect(lab.say(key)).toBe('allowed');
  });

  it('3, 4 and 5: a role that is named; another with all of IAM; a Deny in IAM', () => {
    const lab = new Lab();
    const key = lab.key(admin, to(APP, 'kms:Encrypt'));
    expect([lab.say(key), lab.say(key, { as: HOME_ACCESS_KEY })]).toEqual([
      'allowed',
      denied(key, no('resource-based policy'), 'kms:Encrypt', STUDENT),
    ]);
    lab.permit({ Effect: 'Deny', Action: 'kms:Encrypt', Resource: '*' });
    expect(lab.say(key)).toBe(denied(key, 'with an explicit deny in an identity-based policy'));
  });

  it('6: the root path bypasses a condition on the named path', () => {
    const lab = new Lab();
    const tenant = { Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'acme' } } };
    const key = lab.key(DELEGATION, to(APP, 'kms:Encrypt', tenant));
    expect(lab.say(key, { context: { tenant: 'globex' } })).toBe(denied(key, no('identity-based policy')));
    lab.permit({ Effect: 'Allow', Action: 'kms:Encrypt', Resource: key });
    expect(lab.say(key, { context: { tenant: 'globex' } })).toBe('allowed');
  });

  it('7: DescribeKey never carries an encryption context', () => {
    const lab = new Lab();
    const tenant = { Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'acme' } } };
    const key = lab.key(admin, to(APP, ['kms:Encrypt', 'kms:DescribeKey'], tenant));
    expect([lab.say(key, { context: { tenant: 'acme' } }), lab.say(key, {}, 'DescribeKey')]).toEqual([
      'allowed',
      denied(key, no('resource-based policy', 'kms:DescribeKey'), 'kms:DescribeKey'),
    ]);
  });

  it('8: a wrong context fails in the HSM, or before it where a policy looks at it', () => {
    const lab = new Lab();
    const open = lab.key(admin, to(APP, ['kms:Encrypt', 'kms:Decrypt']));
    const bound = lab.key(
      admin,
      to(APP, 'kms:Encrypt'),
      to(APP, 'kms:Decrypt', { Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'acme' } } }),
    );
    const wrong = (key: string) => {
      const { CiphertextBlob } = lab.make(
        'kms',
        'Encrypt',
        { KeyId: key, Plaintext: bytes, EncryptionContext: { tenant: 'acme' } },
        { credentials: lab.app() },
      );
      return lab.say(key, {}, 'Decrypt', { CiphertextBlob, EncryptionContext: { tenant: 'globex' } });
    };
    expect([wrong(open), wrong(bound).split(':')[0]]).toEqual([
      'InvalidCiphertextException: ',
      'AccessDeniedException',
    ]);
  });

  it('9 and 10: between accounts each half alone is not enough, named or not', () => {
    const share = to(other, 'kms:Encrypt');
    const useIt = { Effect: 'Allow', Action: 'kms:Encrypt', Resource: '*' };
    const bare = new Lab();
    const asBare = bare.stranger();
    const shared = bare.key(DELEGATION, share);
    expect(bare.say(shared, { as: asBare })).toBe(
      denied(shared, no('identity-based policy'), 'kms:Encrypt', other),
    );
    const lab = new Lab();
    const as = lab.stranger(useIt);
    expect(lab.say(lab.key(DELEGATION), { as })).toBe(
      `AccessDeniedException: User: ${other} is not authorized to perform: kms:Encrypt on this resource ${THREE_WAYS}`,
    );
    expect(lab.say(lab.key(DELEGATION, share), { as })).toBe('allowed');
  });

  it('11: ScheduleKeyDeletion never crosses accounts', () => {
    const lab = new Lab();
    const as = lab.stranger(everything);
    const key = lab.key(DELEGATION, to(other, 'kms:*'));
    expect(lab.say(key, { as }, 'ScheduleKeyDeletion').split(':')[0]).toBe('AccessDeniedException');
  });

  it('12 and 13: a new grant needs its token; constraints hold to the pair', () => {
    const lab = new Lab();
    const key = lab.key(DELEGATION);
    const grant = (Constraints?: object) =>
      lab.make<{ GrantToken: string; GrantId: string }>('kms', 'CreateGrant', {
        KeyId: key,
        GranteePrincipal: APP,
        Operations: ['Encrypt'],
        Constraints,
      });
    const { GrantToken, GrantId } = grant();
    const withToken = () => lab.say(key, {}, 'Encrypt', { GrantTokens: [GrantToken] });
    expect([lab.say(key), withToken()]).toEqual([denied(key, no('identity-based policy')), 'allowed']);
    lab.cloud.advanceTo(lab.cloud.world.nowMs + 300_000);
    expect([lab.say(key), withToken()]).toEqual(['allowed', 'allowed']);
    lab.make('kms', 'RevokeGrant', { KeyId: key, GrantId });
    const contexts: readonly Record<string, string>[] = [{ tenant: 'acme' }, { tenant: 'acme', x: '1' }, {}];
    const ask = () => contexts.map((context) => lab.say(key, { context }) === 'allowed');
    const { GrantId: subset } = grant({ EncryptionContextSubset: { tenant: 'acme' } });
    lab.cloud.advanceTo(lab.cloud.world.nowMs + 300_000);
    expect(ask()).toEqual([true, true, false]);
    lab.make('kms', 'RevokeGrant', { KeyId: key, GrantId: subset });
    grant({ EncryptionContextEquals: { tenant: 'acme' } });
    lab.cloud.advanceTo(lab.cloud.world.nowMs + 300_000);
    expect(ask()).toEqual([true, false, false]);
  });

  it('14: kms:ViaService of one Region', () => {
    const lab = new Lab();
    const via = { Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } };
    const key = lab.key(admin, to(APP, ['kms:GenerateDataKey', 'kms:Encrypt'], via));
    const through = (service: string) => lab.say(key, { source: { via: [service] } }).split(':')[0];
    expect([
      lab.say(key).split(':')[0],
      through('s3.eu-west-1.amazonaws.com'),
      through('s3.eu-central-1.amazonaws.com'),
    ]).toEqual(['AccessDeniedException', 'allowed', 'AccessDeniedException']);
  });

  it('16: ForAllValues lets a request without context through, Null closes the gap', () => {
    const lab = new Lab();
    const keys = { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['tenant'] } };
    const open = lab.key(admin, to(APP, 'kms:Encrypt', { Condition: keys }));
    const closed = { ...keys, Null: { 'kms:EncryptionContextKeys': 'false' } };
    const shut = lab.key(admin, to(APP, 'kms:Encrypt', { Condition: closed }));
    expect([lab.say(open), lab.say(shut).split(':')[0], lab.say(shut, { context: { tenant: 'a' } })]).toEqual(
      ['allowed', 'AccessDeniedException', 'allowed'],
    );
  });

  it('17: aws:ResourceTag is never effective in a key policy, and is in IAM', () => {
    const lab = new Lab();
    const tagged = { Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } } };
    const key = lab.key(DELEGATION, to(APP, 'kms:Encrypt', tagged));
    lab.make('kms', 'TagResource', { KeyId: key, Tags: [{ TagKey: 'team', TagValue: 'blue' }] });
    expect(lab.say(key)).toBe(denied(key, no('identity-based policy')));
    lab.permit({ Effect: 'Allow', Action: 'kms:Encrypt', Resource: '*', ...tagged });
    expect(lab.say(key)).toBe('allowed');
  });

  it('18: kms:RequestAlias looks at how the key was named', () => {
    const lab = new Lab();
    const key = lab.key(
      admin,
      to(APP, 'kms:Encrypt', { Condition: { StringEquals: { 'kms:RequestAlias': 'alias/app' } } }),
    );
    lab.make('kms', 'CreateAlias', { AliasName: 'alias/app', TargetKeyId: key });
    expect([lab.say('alias/app'), lab.say(key)]).toEqual([
      'allowed',
      denied(key, no('resource-based policy')),
    ]);
  });

  it('19: a boundary caps a named role, not a named user or session', () => {
    const lab = new Lab();
    const { Policy } = lab.make<{ Policy: { Arn: string } }>('iam', 'CreatePolicy', {
      PolicyName: 'limit',
      PolicyDocument: document({ Effect: 'Allow', Action: ['s3:*', 'sts:*'], Resource: '*' }),
    });
    lab.make('iam', 'PutRolePermissionsBoundary', { RoleName: 'app', PermissionsBoundary: Policy.Arn });
    expect([
      lab.say(lab.key(admin, to(APP, 'kms:Encrypt'))).replace(/on resource: \S+ /, ''),
      lab.say(lab.key(admin, to(SESSION, 'kms:Encrypt'))),
    ]).toEqual([
      `AccessDeniedException: User: ${SESSION} is not authorized to perform: kms:Encrypt because no permissions boundary allows the kms:Encrypt action`,
      'allowed',
    ]);
    const user = lab.key(admin, to(STUDENT, 'kms:Encrypt'));
    lab.make('iam', 'PutUserPermissionsBoundary', { UserName: 'student', PermissionsBoundary: Policy.Arn });
    expect(lab.say(user, { as: HOME_ACCESS_KEY })).toBe('allowed');
  });

  it('20: guardrails speak for themselves, and an RCP has no say over an AWS managed key', () => {
    const lab = new Lab();
    lab.make('organizations', 'CreateOrganization', { FeatureSet: 'ALL' });
    const { Roots } = lab.make<{ Roots: { Id: string }[] }>('organizations', 'ListRoots', {});
    const RootId = Roots[0]?.Id;
    lab.make('organizations', 'CreateAccount', { AccountName: 'member', Email: 'member@example.com' });
    const { Accounts } = lab.make<{ Accounts: { Id: string }[] }>('organizations', 'ListAccounts', {});
    const member = Accounts.find(({ Id }) => Id !== HOME_ACCOUNT)?.Id ?? '';
    const { Credentials } = lab.make<{ Credentials: { AccessKeyId: string } }>('sts', 'AssumeRole', {
      RoleArn: `arn:aws:iam::${member}:role/OrganizationAccountAccessRole`,
      RoleSessionName: 'run',
    });
    const as = { credentials: Credentials.AccessKeyId };
    const made = lab.make<{ KeyMetadata: { Arn: string } }>('kms', 'CreateKey', {}, as).KeyMetadata.Arn;
    const say = (key: string) => {
      const reply = lab.send('kms', 'Encrypt', { KeyId: key, Plaintext: bytes }, as);
      return reply.ok ? 'allowed' : (reply.refusal.message ?? '').replace(/^.* (because|with) /, '$1 ');
    };
    const attach = (Action: string, Type: string, Principal: object) => {
      lab.send('organizations', 'EnablePolicyType', { RootId, PolicyType: Type });
      const { Policy } = lab.make<{ Policy: { PolicySummary: { Id: string } } }>(
        'organizations',
        'CreatePolicy',
        {
          Name: `${Type} ${Action.slice(4)}`,
          Description: 'denies',
          Type,
          Content: document({ Effect: 'Deny', Action, Resource: '*', ...Principal }),
        },
      );
      const PolicyId = Policy.PolicySummary.Id;
      lab.make('organizations', 'AttachPolicy', { PolicyId, TargetId: member });
      return () => lab.make('organizations', 'DetachPolicy', { PolicyId, TargetId: member });
    };
    expect(say(made)).toBe('allowed');
    const detach = attach('kms:Encrypt', 'SERVICE_CONTROL_POLICY', {});
    expect(say(made)).toBe('with an explicit deny in a service control policy');
    const { EvaluationResults } = lab.make<{ EvaluationResults: readonly object[] }>(
      'iam',
      'SimulatePrincipalPolicy',
      {
        PolicySourceArn: `arn:aws:iam::${member}:role/OrganizationAccountAccessRole`,
        ActionNames: ['kms:Encrypt'],
      },
      as,
    );
    expect(EvaluationResults).toEqual([
      expect.objectContaining({
        EvalDecision: 'explicitDeny',
        OrganizationsDecisionDetail: { AllowedByOrganizations: false },
      }),
    ]);
    detach();
    attach('kms:Encrypt', 'RESOURCE_CONTROL_POLICY', { Principal: '*' });
    expect(say(made)).toBe('with an explicit deny in a resource control policy');
    const source = { via: ['s3.eu-west-1.amazonaws.com'] };
    const managed = { KeyId: 'alias/aws/s3', Plaintext: bytes };
    expect(lab.send('kms', 'Encrypt', managed, { ...as, source }).ok).toBe(true);
    const grant = { KeyId: made, GranteePrincipal: member, Operations: ['Decrypt'] };
    const { GrantId } = lab.make<{ GrantId: string }>('kms', 'CreateGrant', grant, as);
    attach('kms:RetireGrant', 'RESOURCE_CONTROL_POLICY', { Principal: '*' });
    expect(lab.send('kms', 'RetireGrant', { KeyId: made, GrantId }, as).ok).toBe(true);
  });

  it('21: a replica has a policy of its own', () => {
    const lab = new Lab();
    const { KeyMetadata } = lab.make<{ KeyMetadata: { Arn: string; KeyId: string } }>('kms', 'CreateKey', {
      MultiRegion: true,
    });
    const region = 'eu-central-1';
    lab.make('kms', 'ReplicateKey', {
      KeyId: KeyMetadata.KeyId,
      ReplicaRegion: region,
      Policy: document({ ...DELEGATION, Action: ['kms:Decrypt', 'kms:PutKeyPolicy'] }),
    });
    lab.cloud.advanceTo(lab.cloud.world.nowMs + 600_000);
    const replica = KeyMetadata.Arn.replace('eu-west-1', region);
    const ask = (where: string) =>
      lab.say(
        where === region ? replica : KeyMetadata.Arn,
        { as: HOME_ACCESS_KEY, region: where },
        'GenerateDataKey',
        { KeySpec: 'AES_256' },
      );
    expect([ask('eu-west-1'), ask(region)]).toEqual([
      'allowed',
      denied(replica, no('resource-based policy', 'kms:GenerateDataKey'), 'kms:GenerateDataKey', STUDENT),
    ]);
  });

  it('22: a policy that locks its author out is refused, unless told not to mind', () => {
    const lab = new Lab();
    const key = lab.key(DELEGATION);
    const put = (more: object) =>
      lab.say(key, { as: HOME_ACCESS_KEY }, 'PutKeyPolicy', { Policy: document(to(APP, 'kms:*')), ...more });
    expect([put({}), put({ BypassPolicyLockoutSafetyCheck: true })]).toEqual([
      'MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in the future.',
      'allowed',
    ]);
  });

  it('23: a statement without Resource is stored and never matches', () => {
    const lab = new Lab();
    const key = lab.key(admin, { Effect: 'Allow', Principal: { AWS: APP }, Action: 'kms:Encrypt' });
    expect(lab.say(key)).toBe(denied(key, no('resource-based policy')));
  });

  it('25: a Deny of RetireGrant in IAM has an effect (in an RCP it has none: see 20)', () => {
    const lab = new Lab();
    const key = lab.key(DELEGATION);
    const make = () =>
      lab.make<{ GrantId: string }>('kms', 'CreateGrant', {
        KeyId: key,
        GranteePrincipal: APP,
        RetiringPrincipal: APP,
        Operations: ['Encrypt'],
      }).GrantId;
    expect(lab.say(key, {}, 'RetireGrant', { GrantId: make() })).toBe('allowed');
    lab.permit({ Effect: 'Deny', Action: 'kms:RetireGrant', Resource: '*' });
    expect(lab.say(key, {}, 'RetireGrant', { GrantId: make() })).toContain(
      'with an explicit deny in an identity-based policy',
    );
  });
});
