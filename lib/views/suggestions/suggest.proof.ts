import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedRequest } from '../model';
import { AccessLab, APP, DELEGATION, ROOT, STUDENT } from '../policies/access.testkit';
import type { AccessScene } from '../policies/asked';
import { suggestionsView } from './suggest';
import { suggest, supposed } from './suggest.testkit';

type Statement = Readonly<Record<string, unknown>>;

const OTHER_KEYS = ['arn:aws:kms:*:*:key/*', 'arn:aws:s3:::*'];

const action = fc.constantFrom<Statement>(
  { Action: 'kms:Decrypt' },
  { Action: 'kms:Encrypt' },
  { Action: ['kms:Encrypt', 'kms:Decrypt'] },
  { Action: 'kms:*' },
  { NotAction: ['kms:Decrypt', 'kms:Put*'] },
  { NotAction: ['kms:D*', 'kms:Encrypt', 'kms:Put*'] },
);
const resource = fc.constantFrom<Statement>(
  { Resource: '*' },
  { Resource: '*' },
  { NotResource: OTHER_KEYS },
);
const effect = fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny');
const condition = fc.constantFrom<Statement>(
  {},
  {},
  { Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'acme' } } },
  { Condition: { StringNotEquals: { 'kms:EncryptionContext:tenant': 'acme' } } },
  { Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } },
  { Condition: { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } } },
  { Condition: { DateGreaterThanEquals: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } } },
  { Condition: { NumericGreaterThan: { 'aws:EpochTime': '4000000000' } } },
  { Condition: { NumericNotEquals: { 'aws:EpochTime': ['1', '2'] } } },
);
const principal = fc.constantFrom<Statement>(
  { Principal: { AWS: APP } },
  { Principal: { AWS: APP } },
  { Principal: { AWS: ROOT } },
  { NotPrincipal: { AWS: [APP, STUDENT] } },
);

function statement(who: fc.Arbitrary<Statement>): fc.Arbitrary<Statement> {
  return fc
    .tuple(effect, action, resource, condition, who)
    .map(([Effect, actions, resources, more, whom]) => ({
      Effect,
      ...actions,
      ...resources,
      ...more,
      ...whom,
    }));
}

const keyStatements = fc.array(statement(principal), { maxLength: 3 });
const ownStatements = fc.array(statement(fc.constant({})), { maxLength: 2 });

function build(ofKey: readonly Statement[], own: readonly Statement[], isDelegated: boolean) {
  const lab = new AccessLab();
  const keeper = {
    ...DELEGATION,
    Principal: { AWS: STUDENT },
    Action: ['kms:PutKeyPolicy', 'kms:CreateGrant'],
  };
  const key = lab.key(keeper, ...(isDelegated ? [DELEGATION] : []), ...ofKey);
  if (own.length > 0) lab.permit(...own);
  const scene: AccessScene = { cloud: lab.cloud, world: lab.cloud.world, moments: [], position: 0 };
  const request: AskedRequest = { supposed: { principal: APP, operation: 'Decrypt', key } };
  return {
    lab,
    key,
    view: suggestionsView(scene, { request }),
    again: () => suggestionsView(scene, { request }),
  };
}

const toApp = (Action: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal: { AWS: APP },
  Action,
  Resource: '*',
  ...more,
});

describe('suggestions for any small world', () => {
  it('allow when they are stored by real requests, and no single one of several edits is enough', () => {
    let several = 0;
    fc.assert(
      fc.property(keyStatements, ownStatements, fc.boolean(), (ofKey, own, isDelegated) => {
        const { view } = build(ofKey, own, isDelegated);
        if (view?.state !== 'open') return;
        const fewest = Math.min(...view.suggestions.map(({ edits }) => edits));
        expect(view.suggestions.every(({ edits }) => edits === fewest)).toBe(true);
        for (const { drafts, commands, sentence } of view.suggestions.slice(0, 4)) {
          if (commands.length !== drafts.length) continue;
          const fresh = build(ofKey, own, isDelegated);
          drafts.forEach(({ place, text }, i) => {
            if (i > 0) {
              expect([sentence, fresh.again()?.state]).toEqual([sentence, 'open']);
              several++;
            }
            if (place.kind === 'key')
              fresh.lab.make('kms', 'PutKeyPolicy', { KeyId: fresh.key, Policy: text });
            if (place.kind === 'inline') {
              const input = { RoleName: 'app', PolicyName: place.name, PolicyDocument: text };
              fresh.lab.make('iam', 'PutRolePolicy', input);
            }
          });
          expect([sentence, fresh.again()?.state]).toEqual([sentence, 'allowed']);
        }
      }),
      { numRuns: 120 },
    );
    expect(several).toBeGreaterThan(0);
  });
});

describe('every suggestion', () => {
  const cases: readonly [string, (lab: AccessLab) => AskedRequest][] = [
    ['silent key policy', (lab) => supposed(lab.key({ ...DELEGATION, Action: 'kms:Put*' }))],
    [
      'condition',
      (lab) =>
        supposed(
          lab.key(
            DELEGATION,
            toApp('kms:Decrypt', { Condition: { StringEquals: { 'kms:ViaService': 's3' } } }),
          ),
        ),
    ],
    [
      'two denies',
      (lab) =>
        supposed(
          lab.key(DELEGATION, toApp('kms:*', { Effect: 'Deny' }), toApp('kms:D*', { Effect: 'Deny' })),
        ),
    ],
  ];

  it.each(cases)('allows when its drafts are stored by the commands it names: %s', (_name, requestOf) => {
    const lab = new AccessLab();
    const request = requestOf(lab);
    const { suggestions } = suggest(lab, request);
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { drafts, commands, sentence } of suggestions) {
      if (commands.length !== drafts.length) continue;
      const own = new AccessLab();
      const same = requestOf(own);
      for (const { place, text } of drafts) {
        if (place.kind === 'key')
          own.make('kms', 'PutKeyPolicy', {
            KeyId: place.key,
            Policy: text,
            BypassPolicyLockoutSafetyCheck: true,
          });
        if (place.kind === 'inline')
          own.make('iam', 'PutRolePolicy', { RoleName: 'app', PolicyName: place.name, PolicyDocument: text });
      }
      expect([sentence, suggest(own, same).state]).toEqual([sentence, 'allowed']);
    }
  });
});
