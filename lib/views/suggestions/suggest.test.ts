import { describe, expect, it } from 'vitest';
import type { AskedRequest, SuggestionsView, SupposedRequest } from '../model';
import { AccessLab, APP, DELEGATION, OTHER_ACCOUNT, ROOT, STUDENT } from '../policies/access.testkit';
import { suggest, supposed } from './suggest.testkit';

const guest = `arn:aws:iam::${OTHER_ACCOUNT}:user/guest`;
const bytes = new Uint8Array([1]);

/** The newest request of the run. */
function last({ cloud }: AccessLab): AskedRequest {
  return { requestId: String(cloud.world.log.head) };
}

const sentences = ({ suggestions }: SuggestionsView) => suggestions.map(({ sentence }) => sentence);
const toApp = (Action: unknown, more: object = {}) => ({
  Sid: 'use',
  Effect: 'Allow',
  Principal: { AWS: APP },
  Action,
  Resource: '*',
  ...more,
});

describe('the smallest change that would allow', () => {
  it('is nothing where it is allowed', () => {
    const lab = new AccessLab();
    expect(suggest(lab, supposed(lab.key(DELEGATION, toApp('kms:Decrypt')))).state).toBe('allowed');
  });

  it('is one edit in one of several places, harmless ones first', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION, toApp(['kms:Encrypt', 'kms:DescribeKey']));
    lab.permit({ Effect: 'Allow', Action: 'kms:Decrypt', Resource: `${key}-not` });
    const view = suggest(lab, supposed(key));
    expect([view.state, view.sentence, view.suggestions.map(({ edits, by }) => [edits, by])]).toEqual([
      'open',
      'One edit is enough. Each of these would do.',
      Array(6).fill([1, 'user/student']),
    ]);
    const label = key.slice(-36, -32);
    expect(
      sentences(view).map((sentence) => sentence.replace(/key policy of \S+?(?=[ .])/, 'key policy')),
    ).toEqual([
      'Add `kms:Decrypt` to the Action of statement "use" of the key policy.',
      `Add \`${key}\` to the Resource of statement 1 of the IAM policy own of role/app.`,
      'Let the key policy allow role/app `kms:Decrypt`.',
      expect.stringContaining(`Give role/app an IAM policy that allows \`kms:Decrypt\` on ${label}`),
      'Let the key policy allow the session any-session of role/app `kms:Decrypt`.',
      'Give role/app a grant for `Decrypt` on this key.',
    ]);
  });

  it('shows the document line by line and the command that stores it', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION, toApp('kms:Encrypt'));
    const [first] = suggest(lab, supposed(key)).suggestions;
    expect(first?.diffs[0]?.lines.filter(({ mark }) => mark !== 'same')).toEqual([
      { mark: 'removed', text: '      "Action": "kms:Encrypt",' },
      { mark: 'added', text: '      "Action": [' },
      { mark: 'added', text: '        "kms:Encrypt",' },
      { mark: 'added', text: '        "kms:Decrypt"' },
      { mark: 'added', text: '      ],' },
    ]);
    expect([first?.canRun, ...(first?.commands ?? [])]).toEqual([
      true,
      expect.stringMatching(
        /^aws kms put-key-policy --region eu-west-1 --key-id arn:\S+ --policy-name default --policy '\{"Version":.*\}'$/,
      ),
    ]);
  });

  it('may be the encryption context, the alias, the endpoint or the grant token of the request', () => {
    const lab = new AccessLab();
    const named = { Action: ['kms:Encrypt'], Principal: { AWS: STUDENT } };
    const admin = { ...DELEGATION, Action: ['kms:PutKeyPolicy', 'kms:CreateAlias', 'kms:CreateGrant'] };
    const keyWith = (Condition: object) => lab.key(admin, toApp('kms:Encrypt', { ...named, Condition }));
    const commandsFor = (key: string) => {
      lab.try('Encrypt', { KeyId: key, Plaintext: bytes });
      const { suggestions } = suggest(lab, last(lab));
      return suggestions.filter(({ canRun }) => !canRun).flatMap(({ commands }) => commands);
    };
    const context = keyWith({ StringEquals: { 'kms:EncryptionContext:tenant': 'acme' } });
    expect(commandsFor(context)).toContain(
      'aws kms encrypt --region eu-west-1 --encryption-context tenant=acme',
    );
    const aliased = keyWith({ StringEquals: { 'kms:RequestAlias': 'alias/app' } });
    lab.make('kms', 'CreateAlias', { AliasName: 'alias/app', TargetKeyId: aliased });
    expect(commandsFor(aliased)).toContain('aws kms encrypt --region eu-west-1 --key-id alias/app');
    const { VpcEndpoint } = lab.make<{ VpcEndpoint: { VpcEndpointId: string } }>('ec2', 'CreateVpcEndpoint', {
      VpcEndpointType: 'Interface',
      VpcId: 'vpc-1',
      ServiceName: 'com.amazonaws.eu-west-1.kms',
    });
    const id = VpcEndpoint.VpcEndpointId;
    const endpoint = keyWith({ StringEquals: { 'aws:SourceVpce': id } });
    expect(commandsFor(endpoint)).toContain(
      `aws kms encrypt --region eu-west-1 --endpoint-url https://${id}-${id.slice(-8)}.kms.eu-west-1.vpce.amazonaws.com`,
    );
    const granted = lab.key(admin);
    const { GrantToken } = lab.make<{ GrantToken: string }>('kms', 'CreateGrant', {
      KeyId: granted,
      GranteePrincipal: STUDENT,
      Operations: ['Encrypt'],
    });
    expect(commandsFor(granted)).toContain(`aws kms encrypt --region eu-west-1 --grant-tokens ${GrantToken}`);
  });

  it('leaves out another context for a ciphertext that was made without it', () => {
    const lab = new AccessLab();
    const only = { Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'acme' } } };
    const key = lab.key(
      { ...DELEGATION, Action: ['kms:PutKeyPolicy', 'kms:Encrypt'] },
      toApp('kms:Decrypt', { Principal: { AWS: STUDENT }, ...only }),
    );
    const { CiphertextBlob } = lab.make('kms', 'Encrypt', { KeyId: key, Plaintext: bytes });
    lab.try('Decrypt', { CiphertextBlob });
    const commands = suggest(lab, last(lab)).suggestions.flatMap((one) => one.commands);
    expect(commands.filter((command) => command.startsWith('aws kms decrypt'))).toEqual([]);
    expect(commands.length).toBeGreaterThan(0);
  });

  it('takes a Deny out of the way with its dangers named, and every one of several', () => {
    const lab = new AccessLab();
    const denied = (Sid: string) => toApp(['kms:Decrypt', 'kms:Sign'], { Sid, Effect: 'Deny' });
    const key = lab.key(DELEGATION, toApp('kms:Decrypt'), denied('one'));
    const view = suggest(lab, supposed(key));
    expect(
      view.suggestions.map(({ sentence, risks }) => [
        sentence.replace(/ of the key policy.*$/, ''),
        risks.length,
      ]),
    ).toEqual([
      [`Except role/app from the Deny in statement "one"`, 1],
      [`Take \`kms:Decrypt\` out of the Deny in statement "one"`, 1],
      [`Remove the Deny in statement "one"`, 1],
    ]);
    const twice = lab.key(DELEGATION, toApp('kms:Decrypt'), denied('one'), denied('two'));
    expect(new Set(suggest(lab, supposed(twice)).suggestions.map(({ edits }) => edits))).toEqual(
      new Set([2]),
    );
  });

  it('between accounts takes both sides', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    lab.make('iam', 'CreateUser', { UserName: 'other' }, { credentials: lab.guestKey });
    const other = `arn:aws:iam::${OTHER_ACCOUNT}:user/other`;
    const view = suggest(lab, supposed(key, { principal: other }));
    expect([...new Set(view.suggestions.map(({ edits, by }) => `${edits} ${by}`))]).toEqual([
      '2 user/student and user/guest',
    ]);
    const [half] = suggest(lab, supposed(key, { principal: guest })).suggestions;
    expect([half?.edits, half?.by]).toEqual([1, 'user/student']);
  });

  it('says what nobody can change: operations of one account, a key that is locked', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    const foreign = suggest(lab, supposed(key, { principal: guest, operation: 'ScheduleKeyDeletion' }));
    expect([foreign.state, foreign.sentence]).toEqual([
      'closed',
      expect.stringContaining('No policy can allow it'),
    ]);
    const locked = lab.key({ ...DELEGATION, Principal: { AWS: APP }, Action: 'kms:Encrypt' });
    const view = suggest(lab, supposed(locked, { principal: STUDENT }));
    expect([view.state, view.sentence]).toEqual(['closed', expect.stringContaining('only AWS Support')]);
  });

  it('names what stands in the way afterwards', () => {
    const lab = new AccessLab();
    const key = lab.key({ ...DELEGATION, Action: ['kms:PutKeyPolicy', 'kms:DisableKey'] });
    lab.make('kms', 'DisableKey', { KeyId: key });
    lab.try('Encrypt', { KeyId: key, Plaintext: bytes });
    const view = suggest(lab, last(lab));
    expect(new Set(view.suggestions.map(({ afterwards }) => afterwards))).toEqual(
      new Set([`DisabledException: ${key} is disabled.`]),
    );
  });

  it('reaches a session policy, a boundary and a role that has no delegation', () => {
    const lab = new AccessLab();
    const key = lab.key({ ...DELEGATION, Principal: { AWS: ROOT } });
    lab.permit({ Effect: 'Allow', Action: 'kms:*', Resource: '*' });
    const credentials = lab.assume({
      Policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'kms:Encrypt', Resource: '*' }],
      }),
    });
    lab.try('DescribeKey', { KeyId: key }, credentials);
    const view = suggest(lab, last(lab));
    expect(
      view.suggestions.flatMap(({ commands }) =>
        commands.map((command) => command.split(' ').slice(1, 3).join(' ')),
      ),
    ).toContain('sts assume-role');
    const policy = lab.make<{ Policy: { Arn: string } }>('iam', 'CreatePolicy', {
      PolicyName: 'limit',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
      }),
    });
    lab.make('iam', 'PutRolePermissionsBoundary', {
      RoleName: 'app',
      PermissionsBoundary: policy.Policy.Arn,
    });
    expect(sentences(suggest(lab, supposed(key)))).toContainEqual(
      expect.stringContaining('Let the permissions boundary limit allow `kms:Decrypt`'),
    );
  });
});

describe('what an element lists and a limit', () => {
  const keeper = { ...DELEGATION, Principal: { AWS: STUDENT }, Action: 'kms:PutKeyPolicy' };
  const window = (operator: string, days: string) => ({
    Condition: { [operator]: { 'kms:ScheduleKeyDeletionPendingWindowInDays': days } },
  });
  const first = (request: Partial<SupposedRequest>, ...statements: readonly object[]) => {
    const lab = new AccessLab();
    const view = suggest(lab, supposed(lab.key(keeper, ...statements), request));
    return view.suggestions.map(({ edits, sentence, commands }) => [
      edits,
      sentence.replace(/ of the key policy of [^ .:]+/, ''),
      commands[0]?.split(' --region')[0],
    ]);
  };

  it('are edited in the key policy, the engine agreeing', () => {
    const put = 'aws kms put-key-policy';
    const others = { Principal: undefined, NotPrincipal: { AWS: [STUDENT, APP] } };
    const late = { Condition: { DateLessThan: { 'aws:CurrentTime': '2026-01-01' } } };
    expect([
      first({}, toApp(undefined, { NotAction: ['kms:D*', 's3:*'] }))[1],
      first({}, toApp('kms:Decrypt'), toApp('kms:Decrypt', { ...others, Effect: 'Deny' }))[1],
      first({}, toApp('kms:Decrypt', late))[1],
    ]).toEqual([
      [1, 'Take `kms:D*` out of the NotAction of statement "use".', put],
      [
        1,
        'Add role/app, its session and its account to the NotPrincipal of the Deny in statement "use".',
        put,
      ],
      [
        1,
        'Move the limit for `aws:CurrentTime` in statement "use" to `2026-11-23T00:00:00Z`: the request has `2026-11-22T00:00:00.000Z`.',
        put,
      ],
    ]);
  });

  it('are kept by a request that asks for more or fewer days', () => {
    const asked = (...statements: readonly object[]) =>
      first({ operation: 'ScheduleKeyDeletion', input: { PendingWindowInDays: 7 } }, ...statements)[0];
    const deny = toApp('kms:*', { Effect: 'Deny', ...window('NumericLessThan', '30') });
    const days = (count: number) => [
      1,
      `Ask for ${count} days: \`--pending-window-in-days ${count}\`.`,
      'aws kms schedule-key-deletion',
    ];
    expect([
      asked(toApp('kms:*', window('NumericGreaterThan', '14'))),
      asked(toApp('kms:*'), deny),
      asked(toApp('kms:*', window('NumericEquals', '30'))),
      asked(toApp('kms:*', window('NumericGreaterThanEquals', '31')))?.[2],
    ]).toEqual([days(15), days(30), days(30), 'aws kms put-key-policy']);
  });
});
