// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyKind } from '../document/document';
import { type Context, createContext, withUnknown } from '../matching/context';
import type { Principal } from '../matching/principal';
import { allow, arns, BOX, callers, OTHER, OWNER, policy, type StatementInput } from '../policy.testkit';
import { decide } from './decide';
import { explain } from './explain';
import type { Layers, NamedPolicy, OtherAllow, PolicyRequest } from './request';
import type { Decision } from './settle';

/** A world as plain data, so that a property can add and remove single statements. */
type World = {
  readonly principal: Principal;
  readonly accountDelegation: Layers['accountDelegation'];
  readonly known: Readonly<Record<string, string | readonly string[]>>;
  readonly documents: Readonly<Record<Slot, readonly (readonly StatementInput[])[]>>;
  readonly others: readonly Pick<OtherAllow, 'matched' | 'side' | 'isCapped'>[];
};

const slots = ['identity', 'boundary', 'session', 'scp', 'rcp', 'endpoint', 'resource'] as const;
type Slot = (typeof slots)[number];
const withPrincipal: readonly Slot[] = ['rcp', 'endpoint', 'resource'];

const keys = ['x:a', 'x:b', 'x:list'] as const;

const condition = fc.constantFrom(
  { StringEquals: { 'x:a': '1' } },
  { StringNotEquals: { 'x:a': '1' } },
  { StringEquals: { 'x:a': '${x:b}' } },
  { StringNotEquals: { 'x:b': '${x:a}' } },
  { StringEqualsIfExists: { 'x:b': ['1', '2'] } },
  { Null: { 'x:b': 'true' } },
  { Null: { 'x:a': 'false' }, NumericLessThan: { 'x:b': '2' } },
  { 'ForAllValues:StringEquals': { 'x:list': ['1', '2'] } },
  { 'ForAnyValue:StringNotEquals': { 'x:list': ['1', '${x:a}'] } },
);

const principalElement = fc.oneof(
  { weight: 1, arbitrary: fc.constant('*') },
  {
    weight: 4,
    arbitrary: fc.record({
      AWS: fc.subarray(
        [
          OWNER,
          OTHER,
          arns.user(),
          arns.role(),
          arns.session(),
          arns.federated(),
          arns.user(OTHER),
          arns.role(OTHER),
        ],
        { minLength: 1, maxLength: 3 },
      ),
    }),
  },
);

function statements(slot: Slot): fc.Arbitrary<StatementInput> {
  const elements = fc.record(
    {
      Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Allow', 'Allow', 'Deny'),
      Action: fc.constantFrom('vault:Open', 'vault:*', 'vault:Open', 'vault:Close'),
      Resource: fc.constantFrom('*', BOX, 'arn:aws:vault:*:*:box/${x:a}', 'arn:aws:vault:*:*:box/b-*'),
      Condition: condition,
    },
    { requiredKeys: ['Effect', 'Action', 'Resource'] },
  );
  if (!withPrincipal.includes(slot)) return elements;
  const principal = slot === 'rcp' ? fc.constant('*') : principalElement;
  // NotPrincipal too: what a statement does never depends on the others, so one more of it is only ever one more.
  return fc.tuple(elements, principal, fc.nat(5)).map(([statement, names, chance]) => {
    const isNegated = slot !== 'rcp' && chance === 0 && names !== '*';
    return { ...statement, [isNegated ? 'NotPrincipal' : 'Principal']: names };
  });
}

/** Caps are often absent or wide: otherwise hardly any request would be allowed. */
function documents(slot: Slot, atMost: number) {
  const isCap = slot !== 'identity' && slot !== 'resource';
  const wide = allow(withPrincipal.includes(slot) ? { Action: '*', Principal: '*' } : { Action: '*' });
  const start = fc.constantFrom<StatementInput[]>(
    isCap ? [wide] : [],
    isCap ? [wide] : [],
    [],
    slot === 'resource' ? [] : [wide],
  );
  const one = fc.tuple(start, fc.array(statements(slot), { maxLength: 3 })).map(([a, b]) => [...a, ...b]);
  const none = fc.constant<StatementInput[][]>([]);
  return fc.oneof(
    { weight: isCap ? 2 : 0, arbitrary: none },
    { weight: 1, arbitrary: fc.array(one, { maxLength: atMost }) },
  );
}

const value = fc.constantFrom('1', '2', 'b-1');
const world: fc.Arbitrary<World> = fc.record({
  principal: fc.constantFrom(
    ...[callers.root, callers.user, callers.session, callers.federated].flatMap((make) => [
      make(OWNER),
      make(OTHER),
    ]),
    callers.session(OWNER),
    callers.service(),
  ),
  accountDelegation: fc.constantFrom('required', 'required', 'implied'),
  known: fc.record(
    { 'x:a': value, 'x:b': value, 'x:list': fc.array(value, { maxLength: 2 }) },
    { requiredKeys: [] },
  ),
  documents: fc.record({
    identity: documents('identity', 3),
    boundary: documents('boundary', 1),
    session: documents('session', 1),
    scp: documents('scp', 2),
    rcp: documents('rcp', 1),
    endpoint: documents('endpoint', 1),
    resource: documents('resource', 1),
  }),
  others: fc.array(
    fc.record({ matched: fc.boolean(), side: fc.constantFrom('owner', 'both'), isCapped: fc.boolean() }),
    { maxLength: 2 },
  ),
});

function build({ documents, others, accountDelegation }: World): Layers {
  const list = (slot: Slot): NamedPolicy[] =>
    documents[slot].map((those, i) => ({ ...toPolicy(slot, those), name: `${slot} ${i}` }));
  const levels = (slot: Slot) => (documents[slot].length > 0 ? list(slot).map((one) => [one]) : undefined);
  return {
    identity: list('identity'),
    boundary: list('boundary')[0],
    session: list('session'),
    scp: levels('scp'),
    rcp: levels('rcp'),
    endpoint: list('endpoint')[0],
    resourcePolicy: list('resource')[0],
    accountDelegation,
    otherAllows: others.map((other, i) => ({ ...other, id: `${i}`, label: `pass ${i}`, explain: () => '' })),
  };
}

/** Every document ends with a statement about nothing, so that it can lose all others. */
function toPolicy(slot: Slot, those: readonly StatementInput[]): NamedPolicy {
  const filler = allow({ Action: 'none:None', ...(withPrincipal.includes(slot) ? { Principal: '*' } : {}) });
  return policy(slot satisfies PolicyKind, ...those, filler);
}

function requestOf({ principal, known }: World, hidden: readonly string[] = []): PolicyRequest {
  const context: Context = withUnknown(createContext({ known }), (key) => hidden.includes(key));
  return { principal, action: 'vault:Open', resource: BOX, resourceAccount: OWNER, context };
}

function rank({ verdict }: Decision): number {
  return verdict === 'allow' ? 2 : verdict === 'depends' ? 1 : 0;
}

const oneMore = fc.constantFrom(...slots).chain((slot) => fc.tuple(fc.constant(slot), statements(slot)));
const hidden = fc.subarray([...keys]);
const runs = { numRuns: 300 };

describe('every decision', () => {
  it('is the same traced and untraced', () => {
    fc.assert(
      fc.property(world, hidden, (one, unknown) => {
        const [request, layers] = [requestOf(one, unknown), build(one)];
        const { verdict, reason, isCrossAccount, side, depends } = explain(request, layers);
        expect({ verdict, reason, isCrossAccount, side, depends }).toEqual(decide(request, layers));
      }),
      runs,
    );
  });

  it('wants something to change exactly when it is no allow', () => {
    fc.assert(
      fc.property(world, hidden, (one, unknown) => {
        const { verdict, wants } = explain(requestOf(one, unknown), build(one));
        expect(wants.length > 0).toBe(verdict !== 'allow');
        expect(wants.some(({ isDeny }) => isDeny) || verdict !== 'explicitDeny').toBe(true);
      }),
      runs,
    );
  });

  it('is not turned into an allow by one more Deny', () => {
    fc.assert(
      fc.property(world, hidden, oneMore, (one, unknown, [slot, statement]) => {
        const more = insert(one, slot, { ...statement, Effect: 'Deny' });
        const request = requestOf(one, unknown);
        expect(rank(decide(request, build(more)))).toBeLessThanOrEqual(rank(decide(request, build(one))));
      }),
      runs,
    );
  });

  it('is not turned into a refusal by one more Allow', () => {
    fc.assert(
      fc.property(world, hidden, oneMore, (one, unknown, [slot, statement]) => {
        const more = insert(one, slot, { ...statement, Effect: 'Allow' });
        const request = requestOf(one, unknown);
        expect(rank(decide(request, build(more)))).toBeGreaterThanOrEqual(rank(decide(request, build(one))));
      }),
      runs,
    );
  });

  it('is not turned into an allow by removing another allow', () => {
    fc.assert(
      fc.property(world, hidden, (one, unknown) => {
        const request = requestOf(one, unknown);
        const before = rank(decide(request, build(one)));
        one.others.forEach((_other, i) => {
          const fewer = { ...one, others: one.others.toSpliced(i, 1) };
          expect(rank(decide(request, build(fewer)))).toBeLessThanOrEqual(before);
        });
      }),
      runs,
    );
  });

  it('with unknown keys never contradicts the decision with those keys known', () => {
    fc.assert(
      fc.property(world, hidden, (one, unknown) => {
        const layers = build(one);
        const known = decide(requestOf(one), layers);
        const open = decide(requestOf(one, unknown), layers);
        expect(known.verdict).not.toBe('depends');
        expect([1, rank(known)]).toContain(rank(open));
        if (open.verdict === 'depends') {
          expect(open.depends.length).toBeGreaterThan(0);
          expect(unknown).toEqual(expect.arrayContaining([...open.depends]));
        } else {
          expect(open.depends).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('that depends on keys is settled when those keys are known', () => {
    fc.assert(
      fc.property(world, hidden, (one, unknown) => {
        const layers = build(one);
        const open = decide(requestOf(one, unknown), layers);
        const left = unknown.filter((key) => !open.depends.includes(key));
        const later = decide(requestOf(one, left), layers);
        // Knowing one key may bring up another that did not matter before, never the same one again.
        expect(later.depends.filter((key) => open.depends.includes(key))).toEqual([]);
      }),
      runs,
    );
  });

  it('changes when everything that decided it is removed', () => {
    let changed = 0;
    fc.assert(
      fc.property(world, hidden, (one, unknown) => {
        const request = requestOf(one, unknown);
        const before = explain(request, build(one));
        const deciding = before.layers.flatMap(({ statements }) =>
          statements.filter((trace) => trace.deciding),
        );
        const others = before.layers.flatMap((layer) => layer.others.filter((trace) => trace.deciding));
        if (deciding.length + others.length === 0) {
          expect(before.verdict === 'implicitDeny' || before.reason === 'root').toBe(true);
          return;
        }
        const marked = new Set(deciding.map(({ document, index }) => `${document.name} ${index}`));
        const without: World = {
          ...one,
          documents: removeStatements(one.documents, marked),
          others: one.others.filter((_other, i) => !others.some(({ id }) => id === `${i}`)),
        };
        expect(decide(request, build(without)).verdict).not.toBe(before.verdict);
        changed++;
      }),
      { numRuns: 800 },
    );
    expect(changed).toBeGreaterThan(50);
  });
});

function insert(one: World, slot: Slot, statement: StatementInput): World {
  const [first = [], ...rest] = one.documents[slot];
  // A layer that did not apply must not begin to: that would be a new cap, not one more statement.
  if (one.documents[slot].length === 0 && slot !== 'identity' && slot !== 'resource') return one;
  return { ...one, documents: { ...one.documents, [slot]: [[...first, statement], ...rest] } };
}

function removeStatements(all: World['documents'], marked: ReadonlySet<string>): World['documents'] {
  const entries = slots.map((slot) => [
    slot,
    all[slot].map((those, i) => those.filter((_statement, index) => !marked.has(`${slot} ${i} ${index}`))),
  ]);
  return Object.fromEntries(entries);
}
