import { describe, expect, it } from 'vitest';
import { createContext } from '../matching/context';
import { accountOf, type Principal } from '../matching/principal';
import { NO, type Tri, YES } from '../matching/tri';
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
  type StatementInput,
} from '../policy.testkit';
import { accountRule } from './account-rules';
import { decide } from './decide';
import { layerLabels } from './denial';
import { explain } from './explain';
import type { LeafName } from './formula';
import type { LayerName, Layers } from './request';
import { settle } from './settle';
import { denyNames, openStates } from './states';

const order: readonly LayerName[] = ['rcp', 'scp', 'endpoint', 'resource', 'identity', 'boundary', 'session'];
const levelled: readonly LayerName[] = ['rcp', 'scp'];
const withPrincipal: readonly LayerName[] = ['rcp', 'endpoint', 'resource'];

/** A role session to which every layer allows `vault:Open`, with other statements in one of the layers. */
function world(changed: LayerName, ...statements: readonly StatementInput[]): Layers {
  const principalOf = (layer: LayerName) => (layer === 'resource' ? { AWS: OWNER } : '*');
  const spell = (layer: LayerName, one: StatementInput) =>
    withPrincipal.includes(layer) ? { Principal: principalOf(layer), ...one } : one;
  const of = (layer: LayerName) =>
    policy(layer, ...(layer === changed ? statements : [allow()]).map((one) => spell(layer, one)));
  return layers({
    rcp: [[of('rcp')]],
    scp: [[of('scp')]],
    endpoint: of('endpoint'),
    resourcePolicy: of('resource'),
    identity: [of('identity')],
    boundary: of('boundary'),
    session: [of('session')],
  });
}

const context = createContext({ unknown: 'others' });
const caller = request(callers.session(), { context });
const asked = `\`vault:Open\` by \`${arns.session()}\``;
const pending = { Condition: { Bool: { 'x:Pending': 'true' } } };
const settled = { Condition: { Bool: { 'x:Settled': 'true' } } };

/** What an explanation says beside the decision, in short. */
function summary(those: Layers) {
  const { layers: traces, wants, paths, explain: sentence } = explain(caller, those);
  const statements = traces.flatMap((trace) => trace.statements);
  return {
    verdicts: traces.map(({ layer, verdict }) => `${layer} ${verdict}`),
    deciding: traces.filter(({ deciding }) => deciding).map(({ layer }) => layer),
    statements: statements.filter(({ deciding }) => deciding).map(({ layer, index }) => `${layer} ${index}`),
    wants,
    paths,
    sentence,
  };
}

/** The verdicts of all layers when one of them says something else than `allow`. */
const verdictsBut = (layer: LayerName, verdict: string) => {
  const each = order.map((one) => `${one} ${one === layer ? verdict : 'allow'}`);
  return [...each.slice(0, 4), 'other absent', ...each.slice(4)];
};

describe('a request that every layer allows', () => {
  it('hangs on an Allow of each', () => {
    expect(decide(caller, world('scp', allow()))).toEqual({
      verdict: 'allow',
      reason: 'delegation',
      isCrossAccount: false,
      depends: [],
    });
    expect(summary(world('scp', allow()))).toEqual({
      verdicts: verdictsBut('scp', 'allow'),
      deciding: order,
      statements: order.map((layer) => `${layer} 0`),
      wants: [],
      paths: ['delegation'],
      sentence: `${asked} is allowed: the resource-based policy delegates to the account of the caller, and an identity-based policy allows the action.`,
    });
  });
});

describe.each(order)('the layer %s alone', (layer) => {
  const name = denyNames[layer];
  const levelsOf = (verdict: string) => (levelled.includes(layer) ? [verdict] : []);
  const layerOf = (those: Layers) => explain(caller, those).layers.find((one) => one.layer === layer);

  it('refuses with a Deny', () => {
    const those = world(layer, allow(), deny(), deny({ Action: 'vault:Close' }));
    expect(decide(caller, those)).toEqual({
      verdict: 'explicitDeny',
      reason: `explicit:${layer}`,
      isCrossAccount: false,
      side: undefined,
      depends: [],
    });
    expect(summary(those)).toEqual({
      verdicts: verdictsBut(layer, 'explicitDeny'),
      deciding: [layer],
      statements: [`${layer} 1`],
      wants: [{ name, layer, isDeny: true }],
      paths: [],
      sentence: `${asked} is refused: an explicit deny wins, here statement 2 of the ${layer} policy.`,
    });
    expect(layerOf(those)).toMatchObject({
      levels: levelsOf('explicitDeny'),
      explain: `statement 2 of the ${layer} policy denies the request explicitly.`,
    });
    expect(layerOf(those)?.statements.map((statement) => statement.explain)).toEqual([
      'Every element matches, so this statement allows the request.',
      'Every element matches, so this statement denies the request.',
      'This statement does not apply: `vault:Open` is not covered by `vault:Close`.',
    ]);
  });

  it('refuses without an Allow', () => {
    const those = world(layer, allow({ Action: 'vault:Close' }));
    expect(decide(caller, those)).toEqual({
      verdict: 'implicitDeny',
      reason: layer,
      isCrossAccount: false,
      side: undefined,
      depends: [],
    });
    const wants =
      layer === 'resource' || layer === 'identity' || layer === 'boundary' || layer === 'session'
        ? ['direct', 'role', layer === 'resource' ? 'delegated' : layer, 'otherOwner', 'otherOwnerCapped']
        : [layer];
    expect(summary(those)).toEqual({
      verdicts: verdictsBut(layer, 'implicitDeny'),
      deciding: [layer],
      statements: [],
      wants: wants.map((want) => ({
        name: want,
        layer: want === layer ? layer : 'resource',
        isDeny: false,
      })),
      paths: [],
      sentence: `${asked} is refused: no ${layerLabels[layer]} allows it.`,
    });
    expect(layerOf(those)).toMatchObject({
      levels: levelsOf('implicitDeny'),
      explain: `No ${layerLabels[layer]} allows the request.`,
    });
  });

  it.each<[string, readonly StatementInput[], number]>([
    ['a Deny', [allow(settled), allow(), deny(pending), deny({ ...pending, Action: 'vault:Close' })], 2],
    ['an Allow', [allow(pending), allow({ ...settled, Action: 'vault:Close' })], 0],
  ])('depends on the keys of %s', (_name, statements, index) => {
    const those = world(layer, ...statements);
    const isOfDeny = index === 2;
    const decision = decide(caller, those);
    expect(decision).toEqual({
      verdict: 'depends',
      reason: 'depends',
      isCrossAccount: false,
      depends: ['x:Pending'],
    });
    const { deciding, statements: marked, wants, paths, sentence } = summary(those);
    expect({ deciding, marked, paths, sentence }).toEqual({
      deciding: [layer],
      marked: [`${layer} ${index}`],
      paths: [],
      sentence: `${asked} depends on \`x:Pending\`.`,
    });
    expect(wants.some((want) => want.layer === layer && want.isDeny === isOfDeny)).toBe(true);
    expect(layerOf(those)).toMatchObject({
      verdict: 'depends',
      levels: levelsOf('depends'),
      explain: `Whether the ${layerLabels[layer]} allows the request depends on keys that are not known.`,
    });
    expect(layerOf(those)?.statements[index]?.explain).toBe(
      `Whether this statement ${isOfDeny ? 'denies' : 'allows'} the request depends: \`x:Pending\` is not known yet; the policy wants \`true\`.`,
    );
  });

  it('asks for nothing where its Allow is settled beside a pending one', () => {
    const those = world(layer, allow(pending), allow());
    expect(decide(caller, those)).toEqual({
      verdict: 'allow',
      reason: 'delegation',
      isCrossAccount: false,
      depends: [],
    });
    expect(summary(those).verdicts).toEqual(verdictsBut(layer, 'allow'));
  });

  it('lets a pending Deny rest where another layer denies', () => {
    const other: LayerName = layer === 'scp' ? 'identity' : 'scp';
    const denying = world(other, allow(), deny());
    const open = world(layer, allow(), deny(pending));
    const { rcp, scp, endpoint, resourcePolicy, identity, boundary, session } = open;
    const of = { rcp, scp, endpoint, resource: resourcePolicy, identity, boundary, session }[layer];
    const those = { ...denying, [layer === 'resource' ? 'resourcePolicy' : layer]: of };
    expect(decide(caller, those)).toMatchObject({
      verdict: 'explicitDeny',
      reason: `explicit:${other}`,
      depends: [],
    });
    expect(summary(those).statements).toEqual([`${other} 1`]);
  });
});

describe('several layers that deny', () => {
  it('are all named in the sentence, and the first of the order is the reason', () => {
    const names: readonly LayerName[] = [
      'scp',
      'rcp',
      'endpoint',
      'resource',
      'identity',
      'boundary',
      'session',
    ];
    const denyAll = (from: number): Layers => {
      const of = (layer: LayerName) => {
        const one = names.indexOf(layer) < from ? allow() : deny();
        const elements = withPrincipal.includes(layer) ? { Principal: '*', ...one } : one;
        return policy(layer, elements);
      };
      return layers({
        rcp: [[of('rcp')]],
        scp: [[of('scp')]],
        endpoint: of('endpoint'),
        resourcePolicy: of('resource'),
        identity: [of('identity')],
        boundary: of('boundary'),
        session: [of('session')],
      });
    };
    expect(names.map((_, from) => decide(caller, denyAll(from)).reason)).toEqual(
      names.map((name) => `explicit:${name}`),
    );
    const { statements, sentence } = summary(denyAll(0));
    expect(statements).toEqual(order.map((layer) => `${layer} 0`));
    expect(sentence).toBe(
      `${asked} is refused: an explicit deny wins, here ${order.map((layer) => `statement 1 of the ${layer} policy`).join(' and ')}.`,
    );
  });
});

describe('settle', () => {
  const callersOf: readonly [string, Principal, string, Layers['accountDelegation']][] = [
    ['a session and its account', callers.session(), OWNER, 'required'],
    ['a session and an account without delegation', callers.session(), OWNER, 'implied'],
    ['the root user', callers.root(), OWNER, 'required'],
    ['the root user without delegation', callers.root(), OWNER, 'implied'],
    ['a session of another account', callers.session(OTHER), OWNER, 'required'],
    ['the root user of another account', callers.root(OTHER), OWNER, 'required'],
    ['a service', callers.service(), OWNER, 'required'],
  ];

  it.each(callersOf)(
    'answers each combination of states as if it were the first one asked: %s',
    (_name, ...asks) => {
      const rule = accountRule(...asks);
      const names = Object.keys(openStates()) as LeafName[];
      const values: readonly Tri[] = [0, 1, 2].map((value) => value as Tri);
      const wrong: string[] = [];
      for (const one of names) {
        for (const other of names) {
          for (const value of values) {
            const states = {
              ...openStates(),
              delegated: YES,
              identity: YES,
              [one]: value,
              [other]: values[2 - value] ?? NO,
            };
            const { verdict, reason } = settle(rule, states);
            const fresh = settle({ ...rule }, states);
            if (verdict !== fresh.verdict || reason !== fresh.reason) wrong.push(`${one} ${other} ${value}`);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(rule.isCrossAccount).toBe(accountOf(asks[0]) === OTHER);
    },
  );
});

describe('settle, asked again', () => {
  it('answers the same decision for the same states, and another for others', () => {
    const rule = accountRule(callers.user(), OWNER, 'required');
    const first = settle(rule, { ...openStates(), direct: YES });
    expect(settle(rule, { ...openStates(), direct: YES })).toBe(first);
    expect(settle(rule, openStates())).not.toBe(first);
  });
});

describe('what an explanation takes from other allows', () => {
  it.each<[string, Parameters<typeof otherAllow>[0], Principal, string]>([
    ['of the owner, for its own account', {}, callers.session(), 'allow other-allow'],
    ['of the owner, for another account', {}, callers.session(OTHER), 'implicitDeny identity'],
    ['of both, for another account', { side: 'both' }, callers.session(OTHER), 'allow other-allow'],
    ['of both, capped', { side: 'both', isCapped: true }, callers.session(OTHER), 'implicitDeny boundary'],
    ['of the owner, capped', { isCapped: true }, callers.session(), 'implicitDeny boundary'],
    ['of the owner, for a service', {}, callers.service(), 'allow other-allow'],
    ['capped, for a service', { isCapped: true }, callers.service(), 'implicitDeny resource'],
  ])('%s', (_name, changes, principal, expected) => {
    const boundary = policy('boundary', allow({ Action: 'vault:Close' }));
    const those = layers({ boundary, otherAllows: [otherAllow(changes)] });
    const { verdict, reason } = explain(request(principal), those);
    expect(`${verdict} ${reason}`).toBe(expected);
    expect(decide(request(principal), those)).toMatchObject({ verdict, reason });
  });
});
