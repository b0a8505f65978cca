import { describe, expect, it } from 'vitest';
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

function ask(one: PolicyRequest, those: Layers): string {
  const decision = decide(one, those);
  const { verdict, reason, isCrossAccount, side, depends } = explain(one, those);
  expect({ verdict, reason, isCrossAccount, side, depends }).toEqual(decision);
  expect(isCrossAccount).toBe(true);
  return `${verdict} ${reason}${side ? ` on the side of the ${side}` : ''}`;
}

const identity = [policy('identity', allow())];
const silent = allow({ Action: 'vault:Close' });
const resource = (principal: unknown) => policy('resource', allow({ Principal: principal }));

describe('another account (fact: authorization 2.4): both sides must allow', () => {
  it.each<[string, Partial<Layers>, string]>([
    [
      'only the resource policy, naming the user',
      { resourcePolicy: resource({ AWS: arns.user(OTHER) }) },
      'implicitDeny identity on the side of the caller',
    ],
    [
      'only the resource policy, naming the account',
      { resourcePolicy: resource({ AWS: OTHER }) },
      'implicitDeny identity on the side of the caller',
    ],
    [
      'only the resource policy, for everyone',
      { resourcePolicy: resource('*') },
      'implicitDeny identity on the side of the caller',
    ],
    ['only the identity policy', { identity }, 'implicitDeny resource on the side of the owner'],
    [
      'identity policy, and the resource policy delegates to its own account only',
      { identity, resourcePolicy: resource({ AWS: OWNER }) },
      'implicitDeny resource on the side of the owner',
    ],
    [
      'both, naming the user',
      { identity, resourcePolicy: resource({ AWS: arns.user(OTHER) }) },
      'allow direct',
    ],
    ['both, naming the account', { identity, resourcePolicy: resource({ AWS: OTHER }) }, 'allow delegation'],
    [
      'both, but somebody else is named',
      { identity, resourcePolicy: resource({ AWS: arns.role(OTHER) }) },
      'implicitDeny resource on the side of the owner',
    ],
    ['neither', {}, 'implicitDeny resource on the side of the owner'],
    [
      'a silent boundary caps even a user that is named',
      { identity, resourcePolicy: resource({ AWS: arns.user(OTHER) }), boundary: policy('boundary', silent) },
      'implicitDeny boundary on the side of the caller',
    ],
    [
      'a silent session policy caps too',
      { identity, resourcePolicy: resource({ AWS: arns.user(OTHER) }), session: [policy('session', silent)] },
      'implicitDeny session on the side of the caller',
    ],
    [
      'an explicit deny on the side of the caller',
      { identity: [policy('identity', allow(), deny())], resourcePolicy: resource({ AWS: OTHER }) },
      'explicitDeny explicit:identity on the side of the caller',
    ],
    [
      'an explicit deny on the side of the owner',
      {
        identity,
        resourcePolicy: policy('resource', allow({ Principal: { AWS: OTHER } }), deny({ Principal: '*' })),
      },
      'explicitDeny explicit:resource on the side of the owner',
    ],
    [
      'an RCP of the owner',
      {
        identity,
        resourcePolicy: resource({ AWS: OTHER }),
        rcp: [[policy('rcp', allow({ Principal: '*' }), deny({ Principal: '*' }))]],
      },
      'explicitDeny explicit:rcp on the side of the owner',
    ],
    [
      'an SCP of the caller',
      { identity, resourcePolicy: resource({ AWS: OTHER }), scp: [[policy('scp', silent)]] },
      'implicitDeny scp on the side of the caller',
    ],
    [
      'an endpoint of the caller',
      {
        identity,
        resourcePolicy: resource({ AWS: OTHER }),
        endpoint: policy('endpoint', { ...silent, Principal: '*' }),
      },
      'implicitDeny endpoint on the side of the caller',
    ],
    [
      'where delegation is implied, the resource policy must still allow',
      { identity, accountDelegation: 'implied' },
      'implicitDeny resource on the side of the owner',
    ],
  ])('%s', (_row, changes, expected) => {
    expect(ask(request(callers.user(OTHER)), layers(changes))).toBe(expected);
  });

  it('naming a role does not remove the need for an identity policy', () => {
    const resourcePolicy = resource({ AWS: arns.role(OTHER) });
    const one = request(callers.session(OTHER));
    expect(ask(one, layers({ resourcePolicy }))).toBe('implicitDeny identity on the side of the caller');
    expect(ask(one, layers({ resourcePolicy, identity }))).toBe('allow role');
  });

  it('the identity policy must cover the full ARN', () => {
    const resourcePolicy = resource({ AWS: OTHER });
    const narrow = [policy('identity', allow({ Resource: `arn:aws:vault:eu-west-1:${OTHER}:box/*` }))];
    const wide = [policy('identity', allow({ Resource: `arn:aws:vault:*:${OWNER}:box/*` }))];
    const one = request(callers.user(OTHER));
    expect(ask(one, layers({ resourcePolicy, identity: narrow }))).toBe(
      'implicitDeny identity on the side of the caller',
    );
    expect(ask(one, layers({ resourcePolicy, identity: wide }))).toBe('allow delegation');
  });

  it('the root user of the other account needs the owner alone', () => {
    const one = request(callers.root(OTHER));
    expect(ask(one, layers({ resourcePolicy: resource({ AWS: OTHER }) }))).toBe('allow delegation');
    expect(ask(one, layers({}))).toBe('implicitDeny resource on the side of the owner');
  });

  it('a federated user needs session policies too', () => {
    const resourcePolicy = resource({ AWS: arns.federated(OTHER) });
    const one = request(callers.federated(OTHER));
    expect(ask(one, layers({ resourcePolicy, identity }))).toBe(
      'implicitDeny session on the side of the caller',
    );
    const session = [policy('session', allow())];
    expect(ask(one, layers({ resourcePolicy, identity, session }))).toBe('allow direct');
  });
});

describe('other allows between accounts (fact: authorization 2.4, key trust)', () => {
  const one = request(callers.user(OTHER));

  it.each<[string, Partial<Layers>, string]>([
    [
      'the owner side alone leaves the caller to be allowed',
      { otherAllows: [otherAllow()] },
      'implicitDeny identity on the side of the caller',
    ],
    [
      'the owner side with an identity policy',
      { otherAllows: [otherAllow()], identity },
      'allow other-allow',
    ],
    ['both sides', { otherAllows: [otherAllow({ side: 'both' })] }, 'allow other-allow'],
    [
      'both sides, with the boundary silent',
      { otherAllows: [otherAllow({ side: 'both' })], boundary: policy('boundary', silent) },
      'allow other-allow',
    ],
    [
      'both sides and capped, with the boundary silent',
      { otherAllows: [otherAllow({ side: 'both', isCapped: true })], boundary: policy('boundary', silent) },
      'implicitDeny boundary on the side of the caller',
    ],
    [
      'both sides and capped, with the session silent',
      { otherAllows: [otherAllow({ side: 'both', isCapped: true })], session: [policy('session', silent)] },
      'implicitDeny session on the side of the caller',
    ],
    [
      'both sides and capped, nothing capping',
      { otherAllows: [otherAllow({ side: 'both', isCapped: true })] },
      'allow other-allow',
    ],
    [
      'both sides, not matching',
      { otherAllows: [otherAllow({ side: 'both', matched: false })] },
      'implicitDeny resource on the side of the owner',
    ],
    [
      'of two, each for one side',
      { otherAllows: [otherAllow({ matched: false, side: 'both' }), otherAllow()], identity },
      'allow other-allow',
    ],
    [
      'an explicit deny still wins',
      { otherAllows: [otherAllow({ side: 'both' })], identity: [policy('identity', deny())] },
      'explicitDeny explicit:identity on the side of the caller',
    ],
  ])('%s', (_row, changes, expected) => {
    expect(ask(one, layers(changes))).toBe(expected);
  });
});
