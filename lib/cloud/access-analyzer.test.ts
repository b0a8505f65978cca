import { describe, expect, it } from 'vitest';
import {
  AccessLab,
  APP,
  DELEGATION,
  document,
  OTHER_ACCOUNT,
  STUDENT,
} from '../views/policies/access.testkit';
import { HOME_ACCOUNT } from '.';

const lab = new AccessLab();
const ask = <T = Record<string, unknown>>(operation: string, input: Record<string, unknown>) =>
  lab.make<T>('accessanalyzer', operation, input);
const allow = (Action: unknown, more: object = {}) => ({ Effect: 'Allow', Action, Resource: '*', ...more });

describe('ValidatePolicy', () => {
  const codes = (policyDocument: string, policyType = 'RESOURCE_POLICY') =>
    ask<{ findings: { issueCode: string; findingType: string }[] }>('ValidatePolicy', {
      policyDocument,
      policyType,
      validatePolicyResourceType: 'AWS::KMS::Key',
    }).findings.map(({ issueCode, findingType }) => `${findingType} ${issueCode}`);

  it('says what is wrong and what is worth a look', () => {
    expect([
      codes(document(DELEGATION)),
      codes(document(allow('kms:Decrypt', { Principal: '*' }))),
      codes('{"Version": "2012-10-17"}'),
      codes(document(allow('kms:Decript')), 'IDENTITY_POLICY'),
    ]).toEqual([
      [],
      ['WARNING NO_ACCOUNT_DELEGATION', 'SECURITY_WARNING PUBLIC_PRINCIPAL'],
      ['ERROR MISSING_ELEMENT'],
      ['WARNING UNKNOWN_ACTION'],
    ]);
  });

  it('names the place: lines from 1, columns and offsets from 0', () => {
    const { findings } = ask<{ findings: { locations: object[] }[] }>('ValidatePolicy', {
      policyDocument: '{\n"Statement": [{"Effect": "Allow", "Action": "kms:Decript", "Resource": "*"}]}',
      policyType: 'IDENTITY_POLICY',
    });
    expect(findings[0]?.locations).toEqual([
      {
        path: [{ value: 'Statement' }, { index: 0 }, { value: 'Action' }],
        span: { start: { line: 2, column: 44, offset: 46 }, end: { line: 2, column: 57, offset: 59 } },
      },
    ]);
  });
});

describe('the checks of a policy', () => {
  const result = (operation: string, input: Record<string, unknown>) =>
    ask<{ result: string }>(operation, input).result;

  it.each([
    [allow('kms:Encrypt'), 'PASS'],
    [allow('kms:*'), 'FAIL'],
    [allow('kms:*', { Condition: { Bool: { 'aws:ViaAWSService': 'true' } } }), 'FAIL'],
    [{ Effect: 'Allow', NotAction: 'kms:Decrypt', Resource: '*' }, 'PASS'],
  ])('that %j does not grant kms:Decrypt: %s', (statement, expected) => {
    const access = [{ actions: ['kms:Decrypt'] }];
    const input = { policyDocument: document(statement), access, policyType: 'IDENTITY_POLICY' };
    expect(result('CheckAccessNotGranted', input)).toBe(expected);
  });

  it('that a Deny keeps out what an Allow lets in', () => {
    const input = {
      policyDocument: document(allow('kms:*'), { ...allow('kms:Decrypt'), Effect: 'Deny' }),
      access: [{ actions: ['kms:Decrypt'] }],
      policyType: 'IDENTITY_POLICY',
    };
    expect(result('CheckAccessNotGranted', input)).toBe('PASS');
  });

  it.each([
    ['the same in another order', [allow('kms:Decrypt'), allow('kms:Encrypt')], 'PASS'],
    ['less', [allow('kms:Decrypt')], 'PASS'],
    ['more', [allow(['kms:Decrypt', 'kms:Sign']), allow('kms:Encrypt')], 'FAIL'],
    ['a wildcard over more', [allow('kms:*')], 'FAIL'],
    [
      'the same behind a condition',
      [allow('kms:Decrypt', { Condition: { Bool: { 'aws:ViaAWSService': 'true' } } })],
      'PASS',
    ],
  ])('that an update brings nothing new: %s', (_name, statements, expected) => {
    const input = {
      existingPolicyDocument: document(allow('kms:Encrypt'), allow('kms:Decrypt')),
      newPolicyDocument: document(...statements),
      policyType: 'IDENTITY_POLICY',
    };
    expect(result('CheckNoNewAccess', input)).toBe(expected);
  });

  it('that an update lets in nobody else, and keeps its denials', () => {
    const existing = document(allow('kms:Decrypt', { Principal: { AWS: APP } }), {
      ...allow('kms:*', { Principal: '*' }),
      Effect: 'Deny',
    });
    const update = (...statements: readonly object[]) =>
      result('CheckNoNewAccess', {
        existingPolicyDocument: existing,
        newPolicyDocument: document(...statements),
        policyType: 'RESOURCE_POLICY',
      });
    const denial = { ...allow('kms:*', { Principal: '*' }), Effect: 'Deny' };
    expect([
      update(allow('kms:Decrypt', { Principal: { AWS: [APP, STUDENT] } }), denial),
      update(allow('kms:Decrypt', { Principal: { AWS: APP } })),
    ]).toEqual(['FAIL', 'FAIL']);
  });

  it('that nobody who just asks is let in', () => {
    const check = (...statements: readonly object[]) =>
      result('CheckNoPublicAccess', {
        policyDocument: document(...statements),
        resourceType: 'AWS::KMS::Key',
      });
    const narrowed = { Condition: { StringEquals: { 'kms:CallerAccount': HOME_ACCOUNT } } };
    expect([
      check(DELEGATION),
      check(allow('kms:*', { Principal: '*' })),
      check(allow('kms:*', { Principal: '*', ...narrowed })),
    ]).toEqual(['PASS', 'FAIL', 'PASS']);
  });
});

describe('an analyzer', () => {
  it('finds whom key policies and grants let in from outside', () => {
    const own = new AccessLab();
    const stranger = `arn:aws:iam::${OTHER_ACCOUNT}:root`;
    const shared = own.key(DELEGATION, allow('kms:Decrypt', { Principal: { AWS: stranger } }));
    own.key(DELEGATION, allow('kms:Decrypt', { Principal: { AWS: APP } }));
    const granted = own.key(DELEGATION);
    own.make('kms', 'CreateGrant', {
      KeyId: granted,
      GranteePrincipal: `arn:aws:iam::${OTHER_ACCOUNT}:user/guest`,
      Operations: ['Encrypt'],
    });
    const { arn } = own.make<{ arn: string }>('accessanalyzer', 'CreateAnalyzer', {
      analyzerName: 'outside',
      type: 'ACCOUNT',
    });
    const { findings } = own.make<{ findings: Record<string, unknown>[] }>('accessanalyzer', 'ListFindings', {
      analyzerArn: arn,
    });
    expect(
      findings.map(({ resource, principal, action, isPublic }) => [resource, principal, action, isPublic]),
    ).toEqual(
      expect.arrayContaining([
        [shared, { AWS: stranger }, ['kms:Decrypt'], false],
        [granted, { AWS: `arn:aws:iam::${OTHER_ACCOUNT}:user/guest` }, ['kms:Encrypt'], false],
      ]),
    );
    expect(findings).toHaveLength(2);
    const short = own.make<{ findings: Record<string, unknown>[] }>('accessanalyzer', 'ListFindingsV2', {
      analyzerArn: arn,
    });
    expect(short.findings.map(({ findingType, status }) => [findingType, status])).toEqual(
      Array(2).fill(['ExternalAccess', 'ACTIVE']),
    );
    expect(own.make('accessanalyzer', 'ListAnalyzers', {})).toEqual({
      analyzers: [expect.objectContaining({ arn, name: 'outside', type: 'ACCOUNT', status: 'ACTIVE' })],
    });
  });

  it('is refused twice, and is not found once it is gone', () => {
    const own = new AccessLab();
    const name = (operation: string, input: Record<string, unknown>) => {
      const reply = own.send('accessanalyzer', operation, input);
      return reply.ok ? 'ok' : reply.refusal.name;
    };
    const wanted = { analyzerName: 'outside', type: 'ACCOUNT' };
    expect([
      name('CreateAnalyzer', wanted),
      name('CreateAnalyzer', wanted),
      name('DeleteAnalyzer', { analyzerName: 'outside' }),
      name('DeleteAnalyzer', { analyzerName: 'outside' }),
      name('ListFindings', {
        analyzerArn: `arn:aws:access-analyzer:eu-west-1:${HOME_ACCOUNT}:analyzer/outside`,
      }),
    ]).toEqual(['ok', 'ConflictException', 'ok', 'ResourceNotFoundException', 'ResourceNotFoundException']);
  });
});
