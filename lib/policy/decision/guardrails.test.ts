// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { describe, expect, it } from 'vitest';
import { createContext } from '../matching/context';
import { allow, arns, callers, deny, layers, OTHER, OWNER, policy, request } from '../policy.testkit';
import { decide } from './decide';
import { explain } from './explain';
import type { Layers, NamedPolicy } from './request';

const everyone = { Principal: '*' };
const base: Partial<Layers> = {
  resourcePolicy: policy('resource', allow({ Principal: { AWS: arns.user() } })),
};

function ask(changes: Partial<Layers>, caller = callers.user()): string {
  const those = layers({ ...base, ...changes });
  const decision = decide(request(caller), those);
  const { verdict, reason } = explain(request(caller), those);
  expect({ verdict, reason }).toEqual({ verdict: decision.verdict, reason: decision.reason });
  return `${verdict} ${reason}`;
}

describe('a Deny with NotPrincipal (AWS guide to permissions boundaries)', () => {
  const listed = { AWS: [arns.user(), OWNER] };
  const statements = [allow({ Principal: { AWS: arns.user() } }), deny({ NotPrincipal: listed })];
  const resourcePolicy = policy('resource', ...statements);

  it('spares a caller that is listed, unless it has a permissions boundary', () => {
    expect(ask({ resourcePolicy })).toBe('allow direct');
    expect(ask({ resourcePolicy, boundary: policy('boundary', allow()) })).toBe(
      'explicitDeny explicit:resource',
    );
  });

  it('depends on what its condition asks, and says so', () => {
    const Condition = { StringEquals: { 'x:later': '1' } };
    const open = policy('resource', allow({ Principal: '*' }), deny({ NotPrincipal: listed, Condition }));
    const context = createContext({ unknown: ['x:later'] });
    const those = layers({ resourcePolicy: open, boundary: policy('boundary', allow()) });
    expect(decide(request(callers.user(), { context }), those).depends).toEqual(['x:later']);
  });
});

describe('guardrails (fact: authorization 2 steps 2 to 4, and 9)', () => {
  const full = policy('scp', allow({ Action: '*' }));
  const other = policy('scp', allow({ Action: 'store:*' }));
  const denying = policy('scp', deny());

  it.each<[string, readonly (readonly NamedPolicy[])[], string]>([
    ['no level at all caps nothing', [], 'allow direct'],
    ['every level allows', [[full], [other, full], [full]], 'allow direct'],
    ['one level is silent', [[full], [other], [full]], 'implicitDeny scp'],
    ['one level is empty', [[full], []], 'implicitDeny scp'],
    ['one level denies', [[full], [full, denying]], 'explicitDeny explicit:scp'],
    ['a level that only denies', [[full], [denying]], 'explicitDeny explicit:scp'],
  ])('SCP: %s', (_name, scp, expected) => {
    expect(ask({ scp })).toBe(expected);
  });

  it('an SCP gives nothing by itself', () => {
    expect(ask({ resourcePolicy: undefined, scp: [[full]] })).toBe('implicitDeny resource');
  });

  it.each<[string, readonly (readonly NamedPolicy[])[], string]>([
    [
      'every level allows',
      [[policy('rcp', allow(everyone))], [policy('rcp', allow(everyone))]],
      'allow direct',
    ],
    [
      'one level is silent',
      [[policy('rcp', allow(everyone))], [policy('rcp', deny({ ...everyone, Action: 'x:y' }))]],
      'implicitDeny rcp',
    ],
    ['one level denies', [[policy('rcp', allow(everyone), deny(everyone))]], 'explicitDeny explicit:rcp'],
  ])('RCP: %s', (_name, rcp, expected) => {
    expect(ask({ rcp })).toBe(expected);
  });

  it.each<[string, NamedPolicy, string]>([
    ['allows', policy('endpoint', allow(everyone)), 'allow direct'],
    ['names the user', policy('endpoint', allow({ Principal: { AWS: arns.user() } })), 'allow direct'],
    [
      'names the account, which here means everybody in it',
      policy('endpoint', allow({ Principal: { AWS: OWNER } })),
      'allow direct',
    ],
    [
      'names another account',
      policy('endpoint', allow({ Principal: { AWS: OTHER } })),
      'implicitDeny endpoint',
    ],
    ['is silent', policy('endpoint', allow({ ...everyone, Action: 'x:y' })), 'implicitDeny endpoint'],
    ['denies', policy('endpoint', allow(everyone), deny(everyone)), 'explicitDeny explicit:endpoint'],
    [
      'denies somebody else',
      policy('endpoint', allow(everyone), deny({ Principal: { AWS: OTHER } })),
      'allow direct',
    ],
  ])('the endpoint policy %s', (_name, endpoint, expected) => {
    expect(ask({ endpoint })).toBe(expected);
  });

  it('are to blame in the order RCP, SCP, endpoint, then the owner side', () => {
    const rcp = [[policy('rcp', deny({ ...everyone, Action: 'x:y' }))]];
    const scp = [[other]];
    const endpoint = policy('endpoint', allow({ ...everyone, Action: 'x:y' }));
    expect(ask({ resourcePolicy: undefined, rcp, scp, endpoint })).toBe('implicitDeny rcp');
    expect(ask({ resourcePolicy: undefined, scp, endpoint })).toBe('implicitDeny scp');
    expect(ask({ resourcePolicy: undefined, endpoint })).toBe('implicitDeny endpoint');
  });

  it('name the first of several denying layers', () => {
    const all: Partial<Layers> = {
      scp: [[full, denying]],
      rcp: [[policy('rcp', allow(everyone), deny(everyone))]],
      endpoint: policy('endpoint', allow(everyone), deny(everyone)),
      resourcePolicy: policy('resource', deny(everyone)),
      identity: [policy('identity', deny())],
      boundary: policy('boundary', deny()),
      session: [policy('session', deny())],
    };
    const order = ['scp', 'rcp', 'endpoint', 'resourcePolicy', 'identity', 'boundary', 'session'] as const;
    const names = order.map((_layer, i) => {
      const left = Object.fromEntries(order.slice(i).map((layer) => [layer, all[layer]]));
      return ask({ resourcePolicy: undefined, ...left });
    });
    expect(names).toEqual(
      ['scp', 'rcp', 'endpoint', 'resource', 'identity', 'boundary', 'session'].map(
        (layer) => `explicitDeny explicit:${layer}`,
      ),
    );
  });

  it('an explicit deny comes before any missing allow', () => {
    expect(ask({ resourcePolicy: undefined, scp: [[other]], session: [policy('session', deny())] })).toBe(
      'explicitDeny explicit:session',
    );
  });
});

describe('statements', () => {
  const identity = (statement: Record<string, unknown>) =>
    ask({
      identity: [policy('identity', statement)],
      accountDelegation: 'implied',
      resourcePolicy: undefined,
    });

  it.each<[string, Record<string, unknown>, string]>([
    ['everything matches', allow(), 'allow identity-only'],
    ['the action does not', allow({ Action: 'vault:Close' }), 'implicitDeny identity'],
    ['NotAction covers it', allow({ Action: undefined, NotAction: 'vault:Close' }), 'allow identity-only'],
    ['the resource does not', allow({ Resource: 'arn:aws:vault:*:*:box/c' }), 'implicitDeny identity'],
    [
      'NotResource covers it',
      allow({ Resource: undefined, NotResource: 'arn:aws:vault:*:*:box/c' }),
      'allow identity-only',
    ],
    ['the condition does not', allow({ Condition: { Bool: { 'x:y': 'true' } } }), 'implicitDeny identity'],
    [
      'one of two conditions does not',
      allow({ Condition: { Bool: { 'x:y': 'true' }, Null: { 'x:y': 'true' } } }),
      'implicitDeny identity',
    ],
    [
      'all conditions match',
      allow({ Condition: { Null: { 'x:y': 'true', 'x:z': 'true' } } }),
      'allow identity-only',
    ],
    [
      'the condition of a Deny does not match',
      { ...deny(), Condition: { Bool: { 'x:y': 'true' } } },
      'implicitDeny identity',
    ],
  ])('%s', (_name, statement, expected) => {
    expect(identity(statement)).toBe(expected);
  });

  it('without Action or Resource are stored and have no effect (fact: authorization 4)', () => {
    const noResource = policy('resource', { Effect: 'Allow', Principal: '*', Action: '*' });
    const noAction = policy('resource', { Effect: 'Allow', Principal: '*', Resource: '*' });
    const denyWithout = policy('resource', allow(everyone), { Effect: 'Deny', Principal: '*', Action: '*' });
    expect(ask({ resourcePolicy: noResource })).toBe('implicitDeny resource');
    expect(ask({ resourcePolicy: noAction })).toBe('implicitDeny resource');
    expect(ask({ resourcePolicy: denyWithout })).toBe('allow direct');
  });

  it('of a trust policy need no Resource', () => {
    const resourcePolicy = policy('trust', {
      Effect: 'Allow',
      Principal: { AWS: arns.user() },
      Action: 'vault:Open',
    });
    expect(ask({ resourcePolicy })).toBe('allow direct');
  });

  it('that deny an account deny everybody in it', () => {
    const resourcePolicy = policy('resource', allow(everyone), deny({ Principal: { AWS: OWNER } }));
    expect(ask({ resourcePolicy })).toBe('explicitDeny explicit:resource');
  });

  it('ask for actions in any letter case', () => {
    const those = layers({ identity: [policy('identity', allow())], accountDelegation: 'implied' });
    expect(decide(request(callers.user(), { action: 'VAULT:open' }), those).verdict).toBe('allow');
  });

  it('fill variables from the request', () => {
    const named = allow({
      Principal: '*',
      Resource: 'arn:aws:vault:eu-west-1:111111111111:box/${aws:username}',
    });
    const those = layers({ resourcePolicy: policy('resource', named) });
    const mine = 'arn:aws:vault:eu-west-1:111111111111:box/alice';
    expect(decide(request(callers.user(), { resource: mine }), those).verdict).toBe('allow');
    expect(decide(request(callers.user()), those).verdict).toBe('implicitDeny');
  });
});
