import { describe, expect, it } from 'vitest';
import type { Principal } from '../matching/principal';
import {
  allow,
  arns,
  callers,
  deny,
  layers,
  OTHER,
  OWNER,
  otherAllow,
  policy,
  request,
} from '../policy.testkit';
import { decide } from './decide';
import { explain } from './explain';
import type { Layers, PolicyRequest } from './request';

/** Both ways of asking, so that every row checks them against each other. */
function ask(one: PolicyRequest, those: Layers): string {
  const decision = decide(one, those);
  const { verdict, reason, isCrossAccount, side, depends } = explain(one, those);
  expect({ verdict, reason, isCrossAccount, side, depends }).toEqual(decision);
  return `${verdict} ${reason}`;
}

const identityAllows = [policy('identity', allow())];
const boundaryAllows = policy('boundary', allow());
const boundaryIsSilent = policy('boundary', allow({ Action: 'vault:Close' }));
const sessionAllows = [policy('session', allow())];
const sessionIsSilent = [policy('session', allow({ Action: 'vault:Close' }))];

function resource(principal: unknown) {
  return policy('resource', allow({ Principal: principal }));
}

describe('the same account, a resource that must delegate (fact: authorization 2.2)', () => {
  const toCaller = resource({ AWS: arns.user() });
  const toAccount = resource({ AWS: OWNER });
  const toNobody = resource({ AWS: arns.user(OTHER) });
  const grant = [otherAllow()];
  const denying = deny();

  it.each<[string, Partial<Layers>, string]>([
    ['row 1: named, IAM silent', { resourcePolicy: toCaller }, 'allow direct'],
    [
      'row 2: delegated, IAM allows',
      { resourcePolicy: toAccount, identity: identityAllows },
      'allow delegation',
    ],
    ['row 3: delegated, IAM silent', { resourcePolicy: toAccount }, 'implicitDeny identity'],
    [
      'row 4: neither named nor delegated, IAM allows',
      { resourcePolicy: toNobody, identity: identityAllows },
      'implicitDeny resource',
    ],
    ['row 4: no resource policy at all', { identity: identityAllows }, 'implicitDeny resource'],
    ['nothing allows', { resourcePolicy: toNobody }, 'implicitDeny resource'],
    ['row 5: only a grant', { resourcePolicy: toNobody, otherAllows: grant }, 'allow other-allow'],
    [
      'a grant that does not match',
      { otherAllows: [otherAllow({ matched: false })] },
      'implicitDeny resource',
    ],
    [
      'row 6: named, Deny in IAM',
      { resourcePolicy: toCaller, identity: [policy('identity', denying)] },
      'explicitDeny explicit:identity',
    ],
    [
      'row 6: grant, Deny in IAM',
      { otherAllows: grant, identity: [policy('identity', denying)] },
      'explicitDeny explicit:identity',
    ],
    [
      'row 6: grant, Deny in the resource policy',
      { otherAllows: grant, resourcePolicy: policy('resource', deny({ Principal: '*' })) },
      'explicitDeny explicit:resource',
    ],
    [
      'named and delegated and IAM: named comes first',
      {
        resourcePolicy: policy(
          'resource',
          allow({ Principal: { AWS: OWNER } }),
          allow({ Principal: { AWS: arns.user() } }),
        ),
        identity: identityAllows,
      },
      'allow direct',
    ],
  ])('%s', (_row, changes, expected) => {
    expect(ask(request(callers.user()), layers(changes))).toBe(expected);
  });

  it.each<[string, Partial<Layers>, string]>([
    ['row 7: delegated to the root user', { resourcePolicy: toAccount }, 'allow root'],
    ['not delegated', { resourcePolicy: toCaller }, 'implicitDeny resource'],
    [
      'not delegated, not even with an identity policy',
      { resourcePolicy: toCaller, identity: identityAllows },
      'implicitDeny resource',
    ],
    ['everyone is allowed', { resourcePolicy: resource('*') }, 'allow direct'],
    ['a grant', { otherAllows: grant }, 'allow other-allow'],
    [
      'an explicit deny binds the root user too',
      { resourcePolicy: policy('resource', allow({ Principal: { AWS: OWNER } }), deny({ Principal: '*' })) },
      'explicitDeny explicit:resource',
    ],
    [
      'an SCP binds the root user too',
      { resourcePolicy: toAccount, scp: [[policy('scp', allow({ Action: 'x:*' }))]] },
      'implicitDeny scp',
    ],
  ])('the root user, %s', (_row, changes, expected) => {
    expect(ask(request(callers.root()), layers(changes))).toBe(expected);
  });

  it('binds delegated permission to the action and conditions of the delegating statement', () => {
    const identity = [policy('identity', allow({ Action: 'vault:*' }))];
    const other = policy('resource', allow({ Principal: { AWS: OWNER }, Action: 'vault:Close' }));
    const Condition = { StringEquals: { 'aws:PrincipalTag/team': 'red' } };
    const bound = policy('resource', allow({ Principal: { AWS: OWNER }, Condition }));
    expect(ask(request(callers.user()), layers({ identity, resourcePolicy: other }))).toBe(
      'implicitDeny resource',
    );
    expect(ask(request(callers.user()), layers({ identity, resourcePolicy: bound }))).toBe(
      'implicitDeny resource',
    );
  });

  it('sees the request without an owner as one of the own account', () => {
    const one = request(callers.user(), { resource: '*', resourceAccount: undefined });
    const those = layers({ identity: identityAllows, accountDelegation: 'implied' });
    expect(ask(one, those)).toBe('allow identity-only');
  });
});

describe('the same account, a resource that needs no delegation (fact: authorization 2.1)', () => {
  const implied = (changes: Partial<Layers>) => layers({ accountDelegation: 'implied', ...changes });

  it.each<[string, Principal, Partial<Layers>, string]>([
    ['an identity policy is enough', callers.user(), { identity: identityAllows }, 'allow identity-only'],
    [
      'a resource policy is enough',
      callers.user(),
      { resourcePolicy: resource({ AWS: arns.user() }) },
      'allow direct',
    ],
    [
      'naming the account is not',
      callers.user(),
      { resourcePolicy: resource({ AWS: OWNER }) },
      'implicitDeny identity',
    ],
    ['nothing allows', callers.user(), {}, 'implicitDeny identity'],
    ['another allow is enough', callers.user(), { otherAllows: [otherAllow()] }, 'allow other-allow'],
    [
      'an explicit deny wins',
      callers.user(),
      { identity: [policy('identity', allow(), deny())] },
      'explicitDeny explicit:identity',
    ],
    ['the root user may', callers.root(), {}, 'allow root'],
    [
      'the root user may unless denied',
      callers.root(),
      { resourcePolicy: policy('resource', deny({ Principal: '*' })) },
      'explicitDeny explicit:resource',
    ],
    [
      'the boundary caps the identity policy',
      callers.user(),
      { identity: identityAllows, boundary: boundaryIsSilent },
      'implicitDeny boundary',
    ],
    [
      'a silent identity policy is to blame before the boundary',
      callers.user(),
      { boundary: boundaryIsSilent },
      'implicitDeny identity',
    ],
  ])('%s', (_row, caller, changes, expected) => {
    expect(ask(request(caller), implied(changes))).toBe(expected);
  });
});

describe('what caps a direct allow (fact: authorization 2.3)', () => {
  const principalArn = allow({
    Principal: '*',
    Condition: { ArnEquals: { 'aws:PrincipalArn': arns.role() } },
  });

  it.each<[string, Principal, Layers['resourcePolicy'], string, string]>([
    [
      'role ARN',
      callers.session(),
      resource({ AWS: arns.role() }),
      'implicitDeny boundary',
      'implicitDeny session',
    ],
    [
      'role id',
      callers.session(),
      resource({ AWS: 'AROAAPPAPPAPPAPPAPP01' }),
      'implicitDeny boundary',
      'implicitDeny session',
    ],
    ['session ARN', callers.session(), resource({ AWS: arns.session() }), 'allow direct', 'allow direct'],
    ['user ARN', callers.user(), resource({ AWS: arns.user() }), 'allow direct', 'allow direct'],
    [
      'user ARN, for a federated session of the user',
      callers.federated(),
      resource({ AWS: arns.user() }),
      'implicitDeny boundary',
      'implicitDeny session',
    ],
    [
      'federated-user ARN',
      callers.federated(),
      resource({ AWS: arns.federated() }),
      'allow direct',
      'allow direct',
    ],
    [
      '"*" plus aws:PrincipalArn',
      callers.session(),
      policy('resource', principalArn),
      'allow direct',
      'allow direct',
    ],
    ['account', callers.session(), resource({ AWS: OWNER }), 'implicitDeny boundary', 'implicitDeny session'],
  ])('%s', (_row, caller, resourcePolicy, withBoundary, withSession) => {
    const identity = identityAllows;
    const base = { resourcePolicy, identity, session: sessionAllows };
    expect(ask(request(caller), layers({ ...base, boundary: boundaryAllows }))).toMatch(/^allow/);
    expect(ask(request(caller), layers({ ...base, boundary: boundaryIsSilent }))).toBe(withBoundary);
    expect(ask(request(caller), layers({ ...base, session: sessionIsSilent }))).toBe(withSession);
  });

  it.each<[string, Principal, unknown]>([
    ['session ARN', callers.session(), { AWS: arns.session() }],
    ['user ARN', callers.user(), { AWS: arns.user() }],
    ['everyone', callers.session(), '*'],
  ])('explicit denies of boundary and session policy apply to %s', (_row, caller, principal) => {
    const resourcePolicy = resource(principal);
    const boundary = policy('boundary', allow(), deny());
    const session = [policy('session', allow(), deny())];
    expect(ask(request(caller), layers({ resourcePolicy, boundary }))).toBe('explicitDeny explicit:boundary');
    expect(ask(request(caller), layers({ resourcePolicy, session }))).toBe('explicitDeny explicit:session');
  });

  it('the effective permission of IAM is identity, boundary and session together', () => {
    const caps = {
      resourcePolicy: resource({ AWS: OWNER }),
      boundary: boundaryAllows,
      session: sessionAllows,
    };
    expect(ask(request(callers.session()), layers(caps))).toBe('implicitDeny identity');
    expect(ask(request(callers.session()), layers({ ...caps, identity: identityAllows }))).toBe(
      'allow delegation',
    );
  });

  it('one of several session policies is enough', () => {
    const session = [...sessionIsSilent, ...sessionAllows];
    expect(
      ask(request(callers.session()), layers({ resourcePolicy: resource({ AWS: arns.role() }), session })),
    ).toBe('allow role');
  });

  it('an empty list of session policies caps nothing, except for a federated user', () => {
    const those = layers({ resourcePolicy: resource({ AWS: OWNER }), identity: identityAllows, session: [] });
    expect(ask(request(callers.session()), those)).toBe('allow delegation');
    expect(ask(request(callers.federated()), those)).toBe('implicitDeny session');
    expect(ask(request(callers.federated()), { ...those, session: undefined })).toBe('implicitDeny session');
    expect(ask(request(callers.federated()), { ...those, session: sessionAllows })).toBe('allow delegation');
  });

  it('blames the cap of a role that is named rather than the missing identity policy', () => {
    const resourcePolicy = policy(
      'resource',
      allow({ Principal: { AWS: arns.role() } }),
      allow({ Principal: { AWS: OWNER } }),
    );
    const one = request(callers.session());
    expect(ask(one, layers({ resourcePolicy, boundary: boundaryIsSilent }))).toBe('implicitDeny boundary');
    expect(ask(one, layers({ resourcePolicy, boundary: boundaryAllows, session: sessionIsSilent }))).toBe(
      'implicitDeny session',
    );
  });

  it('other allows are not capped unless their service says so', () => {
    const caps = { boundary: boundaryIsSilent, otherAllows: [otherAllow()] };
    expect(ask(request(callers.session()), layers(caps))).toBe('allow other-allow');
    const otherAllows = [otherAllow({ isCapped: true })];
    expect(ask(request(callers.session()), layers({ ...caps, otherAllows }))).toBe('implicitDeny boundary');
    expect(ask(request(callers.session()), layers({ boundary: boundaryAllows, otherAllows }))).toBe(
      'allow other-allow',
    );
    expect(ask(request(callers.session()), layers({ session: sessionIsSilent, otherAllows }))).toBe(
      'implicitDeny session',
    );
  });
});

describe('callers without an account', () => {
  it.each<[string, Principal, unknown, string]>([
    ['a service that is named', callers.service(), { Service: 'logs.amazonaws.com' }, 'allow direct'],
    ['a service that is not', callers.service(), { Service: 'sns.amazonaws.com' }, 'implicitDeny resource'],
    ['a service is not of the account', callers.service(), { AWS: OWNER }, 'implicitDeny resource'],
    ['a service is everyone', callers.service(), '*', 'allow direct'],
    ['a provider that is named', callers.provider(), { Federated: 'accounts.example.com' }, 'allow direct'],
    ['a stranger where everyone may', callers.anonymous(), '*', 'allow direct'],
    ['a stranger elsewhere', callers.anonymous(), { AWS: OWNER }, 'implicitDeny resource'],
  ])('%s', (_row, caller, principal, expected) => {
    expect(ask(request(caller), layers({ resourcePolicy: resource(principal) }))).toBe(expected);
    expect(
      ask(request(caller), layers({ resourcePolicy: resource(principal), accountDelegation: 'implied' })),
    ).toBe(expected);
  });

  it('may be let in by another allow', () => {
    expect(ask(request(callers.service()), layers({ otherAllows: [otherAllow()] }))).toBe(
      'allow other-allow',
    );
  });

  it('are bound by RCPs', () => {
    const resourcePolicy = resource({ Service: 'logs.amazonaws.com' });
    const rcp = [[policy('rcp', allow({ Principal: '*' }), deny({ Principal: '*' }))]];
    expect(ask(request(callers.service()), layers({ resourcePolicy, rcp }))).toBe(
      'explicitDeny explicit:rcp',
    );
  });
});
