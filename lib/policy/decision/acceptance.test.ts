import { describe, expect, it } from 'vitest';
import type { ContextInput } from '../matching/context';
import { allow, arns, callers, deny, layers, OWNER, policy, request, withContext } from '../policy.testkit';
import { decide } from './decide';
import type { Layers } from './request';

const identity = [policy('identity', allow({ Action: 'vault:*' }))];
const rootStatement = allow({ Principal: { AWS: OWNER }, Action: 'vault:*' });

function ask(changes: Partial<Layers>, known: ContextInput['known'] = {}, action = 'vault:Open'): string {
  const { verdict, reason } = decide(
    { ...withContext(callers.session(), { known }), action },
    layers(changes),
  );
  return `${verdict} ${reason}`;
}

/** The vectors that need nothing of one service; its own are tested beside it. */
describe('acceptance vectors (fact: authorization 12)', () => {
  it('1 and 2: delegation needs an identity policy', () => {
    const resourcePolicy = policy('resource', rootStatement);
    expect(ask({ resourcePolicy, identity })).toBe('allow delegation');
    expect(ask({ resourcePolicy })).toBe('implicitDeny identity');
  });

  it('3, 4 and 5: a role that is named needs none, another role gets nowhere, a Deny wins', () => {
    const named = policy('resource', allow({ Principal: { AWS: arns.role() } }));
    const other = policy('resource', allow({ Principal: { AWS: `arn:aws:iam::${OWNER}:role/other` } }));
    expect(ask({ resourcePolicy: named })).toBe('allow role');
    expect(ask({ resourcePolicy: other, identity })).toBe('implicitDeny resource');
    expect(ask({ resourcePolicy: named, identity: [policy('identity', deny())] })).toBe(
      'explicitDeny explicit:identity',
    );
  });

  it('7: a condition on a key that an action lacks never allows that action', () => {
    const Condition = { StringEquals: { 'vault:EncryptionContext:tenant': 'acme' } };
    const Action = ['vault:Open', 'vault:Describe'];
    const resourcePolicy = policy('resource', allow({ Principal: { AWS: arns.role() }, Action, Condition }));
    expect(ask({ resourcePolicy }, { 'vault:EncryptionContext:tenant': 'acme' })).toBe('allow role');
    expect(ask({ resourcePolicy }, {}, 'vault:Describe')).toBe('implicitDeny resource');
  });

  it('14: a condition on the calling service', () => {
    const Condition = { StringEquals: { 'vault:ViaService': 'store.eu-west-1.amazonaws.com' } };
    const resourcePolicy = policy('resource', allow({ Principal: { AWS: arns.role() }, Condition }));
    const answers: ContextInput['known'][] = [
      {},
      { 'vault:ViaService': 'store.eu-west-1.amazonaws.com' },
      { 'vault:ViaService': 'store.us-east-1.amazonaws.com' },
    ];
    expect(answers.map((known) => ask({ resourcePolicy }, known))).toEqual([
      'implicitDeny resource',
      'allow role',
      'implicitDeny resource',
    ]);
  });

  it('15: deny unless through an endpoint, with and without the exception for services', () => {
    const endpointOnly = { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } };
    const withException = { ...endpointOnly, Bool: { 'aws:ViaAWSService': 'false' } };
    const make = (Condition: unknown) =>
      policy('resource', allow({ Principal: { AWS: arns.role() } }), deny({ Principal: '*', Condition }));
    const direct = { 'aws:SourceVpce': 'vpce-1', 'aws:ViaAWSService': false };
    const forwarded = { 'aws:ViaAWSService': true };
    expect(ask({ resourcePolicy: make(endpointOnly) }, direct)).toBe('allow role');
    expect(ask({ resourcePolicy: make(endpointOnly) }, forwarded)).toBe('explicitDeny explicit:resource');
    expect(ask({ resourcePolicy: make(withException) }, forwarded)).toBe('allow role');
  });

  it('16: ForAllValues lets an empty set through, Null closes the gap', () => {
    const open = { 'ForAllValues:StringEquals': { 'vault:Keys': ['tenant'] } };
    const closed = { ...open, Null: { 'vault:Keys': 'false' } };
    const make = (Condition: unknown) =>
      policy('resource', allow({ Principal: { AWS: arns.role() }, Condition }));
    expect(ask({ resourcePolicy: make(open) })).toBe('allow role');
    expect(ask({ resourcePolicy: make(closed) })).toBe('implicitDeny resource');
    expect(ask({ resourcePolicy: make(closed) }, { 'vault:Keys': ['tenant'] })).toBe('allow role');
  });

  it('19: a silent boundary caps a role, not a user or a session', () => {
    const boundary = policy('boundary', allow({ Action: 'vault:Close' }));
    const named = (arn: string) =>
      layers({ boundary, resourcePolicy: policy('resource', allow({ Principal: { AWS: arn } })) });
    expect(decide(request(callers.session()), named(arns.role())).reason).toBe('boundary');
    expect(decide(request(callers.user()), named(arns.user())).verdict).toBe('allow');
    expect(decide(request(callers.session()), named(arns.session())).verdict).toBe('allow');
  });

  it('24: a role that was deleted and made again is another role', () => {
    const resourcePolicy = policy('resource', allow({ Principal: { AWS: 'AROAOLDOLDOLDOLDOLD01' } }));
    expect(ask({ resourcePolicy, identity })).toBe('implicitDeny resource');
  });

  it('9 (guardrails): the usual RCP spares the organization and services', () => {
    const Condition = {
      StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' },
      Bool: { 'aws:PrincipalIsAWSService': 'false' },
    };
    const rcp = [
      [policy('rcp', allow({ Principal: '*', Action: '*' }), deny({ Principal: '*', Condition }))],
    ];
    const resourcePolicy = policy(
      'resource',
      allow({ Principal: { AWS: arns.role(), Service: 'logs.amazonaws.com' } }),
    );
    expect(ask({ rcp, resourcePolicy }, { 'aws:PrincipalOrgID': 'o-1' })).toBe('allow role');
    expect(ask({ rcp, resourcePolicy }, { 'aws:PrincipalOrgID': 'o-2' })).toBe('explicitDeny explicit:rcp');
    expect(decide(request(callers.service()), layers({ rcp, resourcePolicy })).verdict).toBe('allow');
  });
});
