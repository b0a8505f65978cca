import { describe, expect, it } from 'vitest';
import { HOME_ACCOUNT } from '../../cloud';
import type { PolicyDraft, SupposedRequest } from '../model';
import { AccessLab, APP, DELEGATION, document, STUDENT } from './access.testkit';
import type { AccessScene } from './asked';
import { policiesView, tryView } from './try';
import { vocabularyView } from './vocabulary';

function sceneOf({ cloud }: AccessLab): AccessScene {
  const { head } = cloud.world.log;
  const moments = Array.from({ length: head }, (_, i) => ({ first: i + 1, last: i + 1, atMs: 0 }));
  return { cloud, world: cloud.world, moments: moments as unknown as AccessScene['moments'], position: head };
}

const decrypt = (key: string, more: Partial<SupposedRequest> = {}) => ({
  supposed: { principal: APP, operation: 'Decrypt', key, ...more },
});

function tryOne(lab: AccessLab, draft: PolicyDraft, ...requests: readonly ReturnType<typeof decrypt>[]) {
  const view = tryView(sceneOf(lab), { drafts: [draft], requests });
  return view.requests.map(({ before, after, changed }) => [
    before.verdict,
    after.verdict,
    changed,
    after.because,
  ]);
}

describe('a draft that is tried', () => {
  it('answers requests before and after, and leaves no mark', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    const named = { ...DELEGATION, Principal: { AWS: APP }, Action: 'kms:Decrypt' };
    const tenant = { ...named, Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'acme' } } };
    const before = lab.cloud.world.hash();
    const draft = { place: { kind: 'key', key }, text: document(DELEGATION, tenant) } as const;
    expect(
      tryOne(
        lab,
        draft,
        decrypt(key),
        decrypt(key, { encryptionContext: { tenant: 'acme' } }),
        decrypt(key, { principal: STUDENT }),
      ),
    ).toEqual([
      ['refused', 'refused', false, 'No IAM policy'],
      ['refused', 'allowed', true, 'Key policy'],
      ['allowed', 'allowed', false, 'Key policy and IAM'],
    ]);
    expect(lab.cloud.world.hash()).toBe(before);
  });

  it('may hang anywhere: a new inline policy, a session, an endpoint', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    const allow = { Effect: 'Allow', Action: 'kms:*', Resource: '*' };
    const inline = { place: { kind: 'inline', holder: APP, name: 'new' }, text: document(allow) } as const;
    expect(tryOne(lab, inline, decrypt(key))).toEqual([['refused', 'allowed', true, 'Key policy and IAM']]);
    lab.permit(allow);
    const session = lab.assume({ Policy: document(allow) });
    const arn = `arn:aws:sts::${HOME_ACCOUNT}:assumed-role/app/run`;
    const narrower = document({ ...allow, Action: 'kms:Encrypt' });
    const place = { kind: 'session', accessKeyId: session, index: 0 } as const;
    expect(tryOne(lab, { place, text: narrower }, decrypt(key, { principal: arn }))).toEqual([
      ['allowed', 'refused', true, 'Session policy silent'],
    ]);
    const { VpcEndpoint } = lab.make<{ VpcEndpoint: { VpcEndpointId: string } }>('ec2', 'CreateVpcEndpoint', {
      VpcEndpointType: 'Interface',
      VpcId: 'vpc-1',
      ServiceName: 'com.amazonaws.eu-west-1.kms',
    });
    const id = VpcEndpoint.VpcEndpointId;
    const closed = document({ Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt', Resource: '*' });
    const endpoint = { place: { kind: 'endpoint', id }, text: closed } as const;
    expect(tryOne(lab, endpoint, decrypt(key, { vpcEndpoint: id }), decrypt(key))).toEqual([
      ['allowed', 'refused', true, 'Denied by VPC endpoint policy'],
      ['allowed', 'allowed', false, 'Key policy and IAM'],
    ]);
  });

  it('meets requests from where the learner sits', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    const deny = { Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt', Resource: '*' };
    const outside = (range: string) => ({ ...deny, Condition: { NotIpAddress: { 'aws:SourceIp': range } } });
    const trying = (range: string, more: object = {}) => {
      const draft = { place: { kind: 'key', key }, text: document(DELEGATION, outside(range)) } as const;
      return tryOne(lab, draft, decrypt(key, { principal: STUDENT, ...more }))[0]?.[1];
    };
    expect([
      trying('203.0.113.0/24'),
      trying('198.51.100.0/24'),
      trying('203.0.113.0/24', { via: 's3.eu-west-1.amazonaws.com' }),
    ]).toEqual(['allowed', 'refused', 'allowed']);
  });

  it('that AWS would not store changes nothing, and says what AWS says', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    const said = (text: string) => {
      const view = tryView(sceneOf(lab), {
        drafts: [{ place: { kind: 'key', key }, text }],
        requests: [decrypt(key, { principal: STUDENT })],
      });
      const [draft] = view.drafts;
      return [
        draft?.refusal?.message,
        draft?.findings.map(({ code, from }) => [code, from.line, from.column]),
        view.requests[0]?.changed,
      ];
    };
    expect(said(document({ ...DELEGATION, Principal: { AWS: APP } }))).toEqual([
      'The new key policy will not allow you to update the key policy in the future.',
      [
        ['no-account-delegation', 1, 39],
        ['administrator-decrypts', 1, 113],
        ['action-wildcard', 1, 122],
      ],
      false,
    ]);
    expect(said('{"Version": "2012-10-17",\n "Statement": [{]}')).toEqual([
      expect.stringMatching(/^The policy document needs/),
      [['not-json', 2, 17]],
      false,
    ]);
    expect(said(document({ ...DELEGATION, Principal: { AWS: `${APP}-that-is-not` } }))[0]).toBe(
      'Policy contains a statement with one or more invalid principals.',
    );
  });
});

describe('what an analyzer says of a key policy', () => {
  const lab = new AccessLab();
  const key = lab.key(DELEGATION);
  const codes = (...statements: readonly object[]) => {
    const draft = { place: { kind: 'key', key }, text: document(...statements) } as const;
    const [view] = tryView(sceneOf(lab), { drafts: [draft], requests: [] }).drafts;
    return view?.findings.map(({ code }) => code);
  };
  const to = (Principal: unknown, Action: unknown, more: object = {}) => ({
    Effect: 'Allow',
    Principal,
    Action,
    Resource: '*',
    ...more,
  });
  const context = { Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'acme' } } };
  const roles = { AWS: [APP, STUDENT, `arn:aws:iam::${HOME_ACCOUNT}:role/app2`] };

  it.each<[string, readonly object[], readonly string[]]>([
    ['the default policy', [DELEGATION], []],
    ['a public principal', [DELEGATION, to('*', 'kms:Decrypt')], ['public-principal']],
    [
      'one account by kms:CallerAccount',
      [
        DELEGATION,
        to('*', 'kms:Encrypt', { Condition: { StringEquals: { 'kms:CallerAccount': HOME_ACCOUNT } } }),
      ],
      [],
    ],
    ['no delegation', [to({ AWS: APP }, 'kms:Encrypt')], ['no-account-delegation']],
    [
      'everything to many',
      [DELEGATION, to(roles, 'kms:*')],
      ['administrator-decrypts', 'action-wildcard', 'everything-to-many'],
    ],
    [
      'a key ARN as resource',
      [DELEGATION, to({ AWS: APP }, 'kms:Encrypt', { Resource: key })],
      ['resource-not-star'],
    ],
    ['an unknown action', [DELEGATION, to({ AWS: APP }, 'kms:ReEncrypt')], ['unknown-action']],
    [
      'an unknown key',
      [DELEGATION, to({ AWS: APP }, 'kms:Encrypt', { Condition: { StringEquals: { 'kms:Tenant': 'a' } } })],
      ['unknown-key'],
    ],
    [
      'a key that DescribeKey never carries',
      [DELEGATION, to({ AWS: APP }, ['kms:Encrypt', 'kms:DescribeKey'], context)],
      ['key-not-carried'],
    ],
    [
      'aws:ResourceTag',
      [
        DELEGATION,
        to({ AWS: APP }, 'kms:Encrypt', { Condition: { StringEquals: { 'aws:ResourceTag/a': 'b' } } }),
      ],
      ['key-not-here'],
    ],
    [
      'decrypt beside a tenant',
      [DELEGATION, to({ AWS: APP }, 'kms:Decrypt', context), to({ AWS: STUDENT }, 'kms:Decrypt')],
      ['decrypt-any-context'],
    ],
    [
      'an operator of another type',
      [
        DELEGATION,
        to({ AWS: APP }, 'kms:Encrypt', { Condition: { NumericEquals: { 'aws:SourceIp': '1' } } }),
      ],
      ['operator-type'],
    ],
  ])('%s', (_name, statements, expected) => {
    expect(codes(...statements)).toEqual(expected);
  });

  it('warns by what was seen in requests as well', () => {
    const own = new AccessLab();
    const used = own.key(DELEGATION);
    for (const tenant of ['acme', 'globex']) {
      own.make('kms', 'Encrypt', {
        KeyId: used,
        Plaintext: new Uint8Array([1]),
        EncryptionContext: { tenant },
      });
    }
    const draft = {
      place: { kind: 'key', key: used },
      text: document(DELEGATION, to({ AWS: APP }, 'kms:Decrypt')),
    } as const;
    const [view] = tryView(sceneOf(own), { drafts: [draft], requests: [] }).drafts;
    expect(view?.findings.map(({ code }) => code)).toEqual(['decrypt-any-context']);
  });
});

describe('the Policies tab', () => {
  it('lists documents and the requests to try them on, newest first', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    lab.permit({ Effect: 'Allow', Action: 'kms:Encrypt', Resource: '*' });
    lab.try('DescribeKey', { KeyId: key });
    const view = policiesView(sceneOf(lab));
    expect(view.documents.map(({ id, kind, attachedTo }) => [id, kind, attachedTo.length])).toEqual([
      [key, 'key policy', 1],
      [`${APP}#own`, 'IAM policy', 1],
    ]);
    expect(view.requests[0]).toEqual({
      requestId: '4',
      service: 'kms',
      label: 'DescribeKey by user/student in eu-west-1',
      verdict: 'allowed',
    });
  });

  it('completes with everything that a policy may name', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    const words = vocabularyView(lab.cloud);
    const about = 'Decrypts ciphertext and encrypts it again under a KMS key, all within KMS.';
    expect(words.actions.filter(({ name }) => name.startsWith('kms:ReEncrypt'))).toEqual([
      { name: 'kms:ReEncryptFrom', about },
      { name: 'kms:ReEncryptTo', about },
    ]);
    expect(words.conditionKeys).toContainEqual({
      name: 'kms:EncryptionContext:',
      type: 'String',
      isMultivalued: false,
    });
    expect(words.principals).toContainEqual({ arn: APP, label: `role/app in ${HOME_ACCOUNT}` });
    expect(words.resources.map(({ arn }) => arn)).toEqual([key]);
  });
});
