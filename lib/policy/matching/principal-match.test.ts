import { describe, expect, it } from 'vitest';
import type { Effect } from '../document/document';
import { arns, callers, OTHER, OWNER, policy } from '../policy.testkit';
import type { Principal } from './principal';
import { compilePrincipal, describeWay, type PrincipalWay } from './principal-match';

type Name = 'Principal' | 'NotPrincipal';

function match(value: unknown, caller: Principal, name: Name = 'Principal', effect: Effect = 'Allow') {
  const statement = { Effect: effect, [name]: value, Action: '*', Resource: '*' };
  const element = policy('resource', statement).policy.document.statements[0]?.principal;
  return element && compilePrincipal(element, effect)(caller);
}

describe('Principal (fact: authorization 4)', () => {
  it.each<[string, unknown, Principal, PrincipalWay | undefined]>([
    ['"*" is everyone', '*', callers.user(), 'everyone'],
    ['"*" is a stranger too', '*', callers.anonymous(), 'everyone'],
    ['"*" is a service too', { AWS: '*' }, callers.service(), 'everyone'],
    ['an account id is the account of a user', { AWS: OWNER }, callers.user(), 'account'],
    ['an account ARN is the account of a session', { AWS: arns.root() }, callers.session(), 'account'],
    ['an account is its root user', { AWS: OWNER }, callers.root(), 'account'],
    ['an account is not another account', { AWS: OTHER }, callers.user(), undefined],
    ['a user ARN is the user', { AWS: arns.user() }, callers.user(), 'self'],
    ['a user ARN is not the namesake elsewhere', { AWS: arns.user(OTHER) }, callers.user(), undefined],
    ['a user ARN is case-sensitive', { AWS: `arn:aws:iam::${OWNER}:user/Alice` }, callers.user(), undefined],
    ['a user ARN is not the root user', { AWS: arns.user() }, callers.root(), undefined],
    [
      'a user ARN is the user behind a federated session',
      { AWS: arns.user() },
      callers.federated(),
      'parent-user',
    ],
    ['a federated user is itself', { AWS: arns.federated() }, callers.federated(), 'self'],
    [
      'a federated user is not another one',
      { AWS: `arn:aws:sts::${OWNER}:federated-user/visitor` },
      callers.federated(),
      undefined,
    ],
    [
      'the id of a deleted user is not its successor',
      { AWS: 'AIDAALICEALICEALICE02' },
      callers.user(),
      undefined,
    ],
    ['a provider is not another', { Federated: 'login.example.com' }, callers.provider(), undefined],
    ['a federated user is not its user', { AWS: arns.federated() }, callers.user(), undefined],
    ['a role ARN is every session of the role', { AWS: arns.role() }, callers.session(), 'role'],
    [
      'a role ARN without its path is another role',
      { AWS: `arn:aws:iam::${OWNER}:role/app` },
      callers.session(),
      undefined,
    ],
    ['a session ARN is the session', { AWS: arns.session() }, callers.session(), 'self'],
    ['a session ARN is not another session', { AWS: `${arns.session()}2` }, callers.session(), undefined],
    ['the id of a user is the user', { AWS: 'AIDAALICEALICEALICE01' }, callers.user(), 'self'],
    ['the id of a role is the role', { AWS: 'AROAAPPAPPAPPAPPAPP01' }, callers.session(), 'role'],
    [
      'the id of a deleted role is not its successor',
      { AWS: 'AROAAPPAPPAPPAPPAPP02' },
      callers.session(),
      undefined,
    ],
    [
      'the id of a user is the user behind a federated session',
      { AWS: 'AIDAALICEALICEALICE01' },
      callers.federated(),
      'parent-user',
    ],
    ['a service is itself', { Service: 'logs.amazonaws.com' }, callers.service(), 'self'],
    ['a service is not another', { Service: 'sns.amazonaws.com' }, callers.service(), undefined],
    ['a provider is itself', { Federated: 'accounts.example.com' }, callers.provider(), 'self'],
    ['a provider is no service', { Service: 'accounts.example.com' }, callers.provider(), undefined],
    ['a named user is no stranger', { AWS: arns.user() }, callers.anonymous(), undefined],
    [
      'one of several is enough',
      { AWS: [OTHER, arns.user()], Service: 'x.amazonaws.com' },
      callers.user(),
      'self',
    ],
    [
      'the more direct way counts: session before role',
      { AWS: [arns.role(), arns.session()] },
      callers.session(),
      'self',
    ],
    [
      'the more direct way counts: role before account',
      { AWS: [OWNER, arns.role()] },
      callers.session(),
      'role',
    ],
    [
      'the more direct way counts: everyone before user',
      { AWS: [arns.user(), '*'] },
      callers.user(),
      'everyone',
    ],
  ])('%s', (_name, value, caller, way) => {
    expect(match(value, caller)).toBe(way);
  });

  it('takes a canonical user id for the account', () => {
    const canonicalUser = 'ab'.repeat(32);
    const known = { ...callers.user(), canonicalUser } as Principal;
    expect(match({ CanonicalUser: canonicalUser }, known)).toBe('account');
    expect(match({ CanonicalUser: canonicalUser }, callers.user())).toBe(undefined);
  });

  it('answers for each caller in turn', () => {
    const element = policy('resource', {
      Effect: 'Allow',
      Principal: { AWS: arns.user() },
      Action: '*',
      Resource: '*',
    }).policy.document.statements[0]?.principal;
    const matcher = element && compilePrincipal(element, 'Allow');
    const asked = [callers.user(), callers.session(), callers.user(), callers.federated()];
    expect(asked.map((caller) => matcher?.(caller))).toEqual(['self', undefined, 'self', 'parent-user']);
  });
});

describe('NotPrincipal (fact: authorization 4)', () => {
  it.each<[string, unknown, Principal, boolean]>([
    ['a user needs its account listed too', { AWS: [arns.user()] }, callers.user(), true],
    ['a user with its account is spared', { AWS: [arns.user(), arns.root()] }, callers.user(), false],
    ['the account alone does not spare a user', { AWS: [arns.root()] }, callers.user(), true],
    ['the account alone spares its root user', { AWS: [arns.root()] }, callers.root(), false],
    ['a session needs role and account too', { AWS: [arns.session(), arns.role()] }, callers.session(), true],
    ['a session needs the role too', { AWS: [arns.session(), OWNER] }, callers.session(), true],
    ['a session needs itself listed', { AWS: [arns.role(), OWNER] }, callers.session(), true],
    [
      'a session with role and account is spared',
      { AWS: [arns.session(), arns.role(), OWNER] },
      callers.session(),
      false,
    ],
    ['a federated user needs its user too', { AWS: [arns.federated(), OWNER] }, callers.federated(), true],
    [
      'a federated user with user and account is spared',
      { AWS: [arns.federated(), arns.user(), OWNER] },
      callers.federated(),
      false,
    ],
    ['a service is spared by its name', { Service: 'logs.amazonaws.com' }, callers.service(), false],
    ['another service is not', { Service: 'sns.amazonaws.com' }, callers.service(), true],
    ['a stranger is never spared by a name', { AWS: OWNER }, callers.anonymous(), true],
    ['everyone spares everyone', '*', callers.user(), false],
    ['everyone spares a stranger', '*', callers.anonymous(), false],
  ])('in a Deny: %s', (_name, value, caller, isDenied) => {
    expect(match(value, caller, 'NotPrincipal', 'Deny')).toBe(isDenied ? 'everyone' : undefined);
  });

  it.each<[string, unknown, Principal, boolean]>([
    ['a listed user is left out', { AWS: arns.user() }, callers.user(), false],
    ['a user of a listed account is left out', { AWS: OWNER }, callers.user(), false],
    ['a session of a listed role is left out', { AWS: arns.role() }, callers.session(), false],
    ['everyone else is let in', { AWS: OTHER }, callers.user(), true],
    ['strangers are let in', { AWS: OWNER }, callers.anonymous(), true],
  ])('in an Allow: %s', (_name, value, caller, isAllowed) => {
    expect(match(value, caller, 'NotPrincipal', 'Allow')).toBe(isAllowed ? 'everyone' : undefined);
  });
});

describe('NotPrincipal and a permissions boundary (AWS guide to permissions boundaries)', () => {
  const listed = { AWS: [arns.user(), OWNER] };
  const matcher = (effect: Effect) => {
    const statement = { Effect: effect, NotPrincipal: listed, Action: '*', Resource: '*' };
    const element = policy('resource', statement).policy.document.statements[0]?.principal;
    return element && compilePrincipal(element, effect);
  };

  it('a Deny spares nobody who has a boundary, even where all names are listed', () => {
    const deny = matcher('Deny');
    expect([deny?.(callers.user(), true), deny?.(callers.user(), false)]).toEqual(['everyone', undefined]);
  });

  it('an Allow leaves out the listed with and without one', () => {
    const allow = matcher('Allow');
    expect([allow?.(callers.user(), true), allow?.(callers.user(), false)]).toEqual([undefined, undefined]);
  });
});

describe('describeWay', () => {
  it('says how a statement reaches the caller', () => {
    const ways: PrincipalWay[] = ['everyone', 'self', 'role', 'parent-user', 'account'];
    expect(ways.map((way) => describeWay(way, callers.service()))).toEqual([
      'The statement is for everyone, so also for `logs.amazonaws.com`.',
      'The statement names `logs.amazonaws.com` itself.',
      'The statement names the role of `logs.amazonaws.com`.',
      'The statement names the user behind the federated session `logs.amazonaws.com`.',
      'The statement names the account of `logs.amazonaws.com`.',
    ]);
  });
});
