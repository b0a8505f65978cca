import { describe, expect, it } from 'vitest';
import { HOME_ACCOUNT } from '../../cloud';
import type { HandshakeView } from '../model';
import { AccessLab, APP, DELEGATION, OTHER_ACCOUNT, STUDENT } from '../policies/access.testkit';
import type { AccessScene } from '../policies/asked';
import { handshakeView } from './handshake';
import { keyCareView } from './key-care';

const other = `arn:aws:iam::${OTHER_ACCOUNT}:user/other`;
const forOthers = {
  Sid: 'share',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${OTHER_ACCOUNT}:root` },
  Action: 'kms:Decrypt',
  Resource: '*',
};

function view(lab: AccessLab, key: string, principal = other, operation = 'Decrypt'): HandshakeView {
  const { cloud } = lab;
  const scene: AccessScene = { cloud, world: cloud.world, moments: [], position: 0 };
  const found = handshakeView(scene, { request: { supposed: { principal, operation, key } } });
  if (!found) throw new Error('there is such a request');
  return found;
}

function withOther(allows: boolean): AccessLab {
  const lab = new AccessLab();
  lab.make('iam', 'CreateUser', { UserName: 'other' }, { credentials: lab.guestKey });
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' }],
  });
  const input = { UserName: 'other', PolicyName: 'use', PolicyDocument };
  if (allows) lab.make('iam', 'PutUserPolicy', input, { credentials: lab.guestKey });
  return lab;
}

describe('an access between two accounts', () => {
  it.each<[boolean, boolean, HandshakeView['missing']]>([
    [true, true, 'none'],
    [true, false, 'caller'],
    [false, true, 'owner'],
    [false, false, 'both'],
  ])('with the key policy %s and the IAM policy %s lacks: %s', (keyPolicy, iam, missing) => {
    const lab = withOther(iam);
    const found = view(lab, keyPolicy ? lab.key(DELEGATION, forOthers) : lab.key(DELEGATION));
    expect([found.missing, found.verdict, found.owner.saysYes, found.caller.saysYes]).toEqual([
      missing,
      missing === 'none' ? 'allowed' : 'refused',
      keyPolicy,
      iam,
    ]);
  });

  it('shows both sides part by part, in words too', () => {
    const lab = withOther(true);
    const key = lab.key(DELEGATION, forOthers);
    const found = view(lab, key);
    expect([found.owner, found.caller]).toEqual([
      {
        account: HOME_ACCOUNT,
        who: expect.any(String),
        saysYes: true,
        parts: [
          expect.objectContaining({
            label: 'key policy',
            says: 'yes',
            place: { kind: 'key', key },
            statement: 'statement "share"',
          }),
          expect.objectContaining({ label: 'grants', says: 'no' }),
        ],
      },
      {
        account: OTHER_ACCOUNT,
        who: 'user/other',
        saysYes: true,
        parts: [
          expect.objectContaining({
            label: 'IAM policies',
            says: 'yes',
            place: { kind: 'inline', holder: other, name: 'use' },
          }),
        ],
      },
    ]);
    expect(found.text.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^Key: .* in account 111122223333 says yes\.$/),
      '- key policy: yes (statement "share")',
      '- grants: no',
      'Caller: user/other in account 444455556666 says yes.',
      '- IAM policies: yes (statement 1)',
    ]);
  });

  it('asks IAM alone about an alias, which has no policy of its own', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    lab.make('kms', 'CreateAlias', { AliasName: 'alias/app', TargetKeyId: key });
    expect(view(lab, key, APP, 'DeleteAlias').text.split('\n')).toEqual([
      `\`DeleteAlias\` by role/app stays inside account ${HOME_ACCOUNT}; the side of the caller says no.`,
      `Key: alias/app in account ${HOME_ACCOUNT} says yes.`,
      '- key policy: not asked',
      `Caller: role/app in account ${HOME_ACCOUNT} says no.`,
      '- IAM policies: no',
    ]);
  });

  it('of an operation that never crosses accounts says so', () => {
    const lab = withOther(true);
    expect(view(lab, lab.key(DELEGATION, forOthers), other, 'PutKeyPolicy').sentence).toContain(
      'refused before any policy is asked',
    );
  });
});

describe('who looks after a key', () => {
  const care = (...statements: readonly object[]) => {
    const lab = new AccessLab();
    const { state, keepers, helpers, rootCan, safetyCheck } = keyCareView(lab.cloud, lab.key(...statements));
    const names = (views: typeof keepers) => views.map(({ label }) => label);
    return [state, names(keepers), names(helpers), rootCan, safetyCheck.passes];
  };
  const only = (principal: string, Action: string) => ({
    ...DELEGATION,
    Principal: { AWS: principal },
    Action,
  });

  it.each<[string, readonly object[], readonly unknown[]]>([
    ['the account', [DELEGATION], ['safe', ['root', 'user/student'], [], true, true]],
    ['one role', [only(APP, 'kms:*')], ['one', ['role/app'], [], false, true]],
    [
      'two of them',
      [only(APP, 'kms:*'), only(STUDENT, 'kms:PutKeyPolicy')],
      ['safe', ['role/app', 'user/student'], [], false, true],
    ],
    ['nobody', [only(APP, 'kms:Disable*')], ['locked', [], ['role/app'], false, false]],
  ])('%s', (_name, statements, expected) => {
    expect(care(...statements)).toEqual(expected);
  });

  it('hangs for who can repair it on what repairing hangs on alone', () => {
    const lab = new AccessLab();
    const late = { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' } };
    const deny = { ...only(APP, 'kms:ScheduleKeyDeletion'), Effect: 'Deny', Condition: late };
    const there = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };
    const { keepers } = keyCareView(
      lab.cloud,
      lab.key(only(APP, 'kms:*'), deny, { ...only(STUDENT, 'kms:*'), Condition: there }),
    );
    expect(keepers.map(({ label, by, depends }) => [label, by, depends])).toEqual([
      ['role/app', 'key policy', []],
      ['user/student', 'conditions', ['aws:SourceIp']],
    ]);
  });

  it('also says so in words', () => {
    const lab = new AccessLab();
    expect(keyCareView(lab.cloud, lab.key(only(APP, 'kms:DisableKey'))).text.split('\n')).toEqual([
      expect.stringContaining('only AWS Support can open it again'),
      'Can change the key policy:',
      '- nobody',
      'Can do other administrative work:',
      '- role/app: DisableKey (key policy)',
      expect.stringContaining('--bypass-policy-lockout-safety-check'),
    ]);
  });
});
