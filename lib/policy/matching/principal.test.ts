import { describe, expect, it } from 'vitest';
import { arns, callers, OWNER } from '../policy.testkit';
import { accountOf, nameOf, type Principal, principalKeys } from './principal';

describe('principalKeys (fact: authorization 8)', () => {
  const common = { 'aws:PrincipalIsAWSService': false, 'aws:PrincipalAccount': OWNER };

  it.each<[string, Principal, Record<string, unknown>]>([
    [
      'a root user',
      callers.root(),
      { ...common, 'aws:PrincipalType': 'Account', 'aws:PrincipalArn': arns.root(), 'aws:userid': OWNER },
    ],
    [
      'a user with tags',
      { ...callers.user(), tags: { team: 'red' } } as Principal,
      {
        ...common,
        'aws:PrincipalType': 'User',
        'aws:PrincipalArn': arns.user(),
        'aws:userid': 'AIDAALICEALICEALICE01',
        'aws:username': 'alice',
        'aws:PrincipalTag/team': 'red',
      },
    ],
    [
      'a role session, whose ARN is that of the role',
      callers.session(),
      {
        ...common,
        'aws:PrincipalType': 'AssumedRole',
        'aws:PrincipalArn': arns.role(),
        'aws:userid': 'AROAAPPAPPAPPAPPAPP01:run',
      },
    ],
    [
      'a federated user',
      callers.federated(),
      {
        ...common,
        'aws:PrincipalType': 'FederatedUser',
        'aws:PrincipalArn': arns.federated(),
        'aws:userid': `${OWNER}:guest`,
      },
    ],
    [
      'a service',
      callers.service(),
      { 'aws:PrincipalIsAWSService': true, 'aws:PrincipalServiceName': 'logs.amazonaws.com' },
    ],
    [
      'an identity provider',
      callers.provider(),
      { 'aws:PrincipalIsAWSService': false, 'aws:FederatedProvider': 'accounts.example.com' },
    ],
    [
      'a stranger',
      callers.anonymous(),
      { 'aws:PrincipalIsAWSService': false, 'aws:PrincipalType': 'Anonymous', 'aws:userid': 'anonymous' },
    ],
  ])('of %s', (_name, principal, keys) => {
    expect(principalKeys(principal)).toEqual(keys);
  });
});

describe('nameOf and accountOf', () => {
  it('name the caller as messages do', () => {
    const all = Object.values(callers).map((make) => make());
    expect(all.map((principal) => [nameOf(principal), accountOf(principal)])).toEqual([
      [arns.root(), OWNER],
      [arns.user(), OWNER],
      [arns.session(), OWNER],
      [arns.federated(), OWNER],
      ['logs.amazonaws.com', undefined],
      ['accounts.example.com', undefined],
      ['anonymous', undefined],
    ]);
  });
});
