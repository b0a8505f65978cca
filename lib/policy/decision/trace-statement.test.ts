// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { describe, expect, it } from 'vitest';
import { createContext } from '../matching/context';
import { principalKeys } from '../matching/principal';
import {
  allow,
  arns,
  BOX,
  callers,
  deny,
  layers,
  OTHER,
  OWNER,
  policy,
  request,
  type StatementInput,
} from '../policy.testkit';
import { explain } from './explain';
import type { Layers } from './request';
import type { ElementTrace } from './trace';

const context = createContext({
  known: principalKeys(callers.user()),
  unknown: ['x:later'],
});
const asked = request(callers.user(), { context });

/** The traces of the one statement of the resource policy, with the text that each points at. */
function trace(statement: StatementInput, others: Partial<Layers> = {}) {
  const named = policy('resource', statement);
  const { text } = named.policy.document;
  const { layers: all } = explain(asked, layers({ resourcePolicy: named, ...others }));
  const [one] = all.flatMap(({ statements }) => statements);
  const placed = (one?.elements ?? []).map(({ range, ...element }: ElementTrace) => ({
    ...element,
    place: range && text.slice(range.from.offset, range.to.offset),
  }));
  return { placed, explain: one?.explain };
}

const elementOf = (name: string, statement: StatementInput, others: Partial<Layers> = {}) =>
  trace(statement, others).placed.find(({ element }) => element === name);

describe('an element against the request', () => {
  it.each<[string, StatementInput, string, string]>([
    [
      'Principal',
      { Principal: { AWS: [OTHER, arns.user()] } },
      `"${arns.user()}"`,
      `The statement names \`${arns.user()}\` itself.`,
    ],
    [
      'Principal',
      { Principal: { AWS: [OTHER] } },
      `"Principal":{"AWS":["${OTHER}"]}`,
      `The statement names \`${OTHER}\`; the caller is \`${arns.user()}\`.`,
    ],
    [
      'NotPrincipal',
      { Principal: undefined, NotPrincipal: { AWS: OTHER } },
      `"NotPrincipal":{"AWS":"${OTHER}"}`,
      `The statement is for everyone, so also for \`${arns.user()}\`.`,
    ],
    [
      'NotPrincipal',
      { Principal: undefined, NotPrincipal: { AWS: arns.user() } },
      `"NotPrincipal":{"AWS":"${arns.user()}"}`,
      `The statement leaves out \`${arns.user()}\`, and so \`${arns.user()}\`.`,
    ],
    [
      'Action',
      { Action: ['vault:Close', 'vault:O*'] },
      '"vault:O*"',
      '`vault:Open` is covered by `vault:O*`.',
    ],
    [
      'Action',
      { Action: ['vault:Close'] },
      '"Action":["vault:Close"]',
      '`vault:Open` is not covered by `vault:Close`.',
    ],
    [
      'NotAction',
      { Action: undefined, NotAction: ['vault:Close', 'vault:O*'] },
      '"NotAction":["vault:Close","vault:O*"]',
      '`vault:Open` is covered by `vault:O*`, which NotAction excepts.',
    ],
    [
      'NotAction',
      { Action: undefined, NotAction: 'vault:Close' },
      '"NotAction":"vault:Close"',
      '`vault:Open` is not covered by `vault:Close`, which NotAction excepts.',
    ],
    [
      'Resource',
      { Resource: ['arn:aws:vault:*', '*'] },
      '"arn:aws:vault:*"',
      `\`${BOX}\` is covered by \`arn:aws:vault:*\`.`,
    ],
    [
      'NotResource',
      { Resource: undefined, NotResource: ['*'] },
      '"NotResource":["*"]',
      `\`${BOX}\` is covered by \`*\`, which NotResource excepts.`,
    ],
  ])('%s points at what it is about: %j', (name, statement, place, sentence) => {
    const { Principal = '*', ...elements } = statement;
    const principal = 'NotPrincipal' in elements ? {} : { Principal };
    expect(elementOf(name, allow({ ...principal, ...elements }))).toMatchObject({
      place,
      explain: sentence,
      depends: [],
    });
  });

  it('is told whole where the statement lacks it', () => {
    expect(trace(allow({ Principal: '*', Action: undefined, Resource: undefined })).placed.slice(1)).toEqual([
      {
        element: 'Action',
        result: 'no',
        explain: 'The statement has no Action, so it has no effect.',
        wanted: [],
        found: [],
        depends: [],
      },
    ]);
    expect(trace(allow({ Principal: '*', Resource: undefined })).placed.at(-1)).toEqual({
      element: 'Resource',
      result: 'no',
      explain: 'The statement has no Resource, so it has no effect.',
      wanted: [],
      found: [],
      depends: [],
    });
  });

  it('asks for the key of a resource only where it hangs on it', () => {
    const depends = (Resource: readonly string[]) =>
      elementOf('Resource', allow({ Principal: '*', Resource }))?.depends;
    expect([depends(['*', `${BOX}\${x:later}`]), depends([`${BOX}\${x:later}`])]).toEqual([[], ['x:later']]);
  });

  it('says of every variable why it has no value', () => {
    const Resource = ['x:later', 'x:none'].map((key) => `${BOX}\${${key}}`);
    expect(elementOf('Resource', allow({ Principal: '*', Resource }))?.explain).toBe(
      `\`${BOX}\` is not covered by \`${BOX}\${x:later}\`, \`${BOX}\${x:none}\`. \`x:later\` is not known yet. The variable \`x:none\` has no single value in this request.`,
    );
  });

  it('has found nothing of a key that is absent or not known', () => {
    const found = (key: string) =>
      elementOf('Condition', allow({ Principal: '*', Condition: { StringEquals: { [key]: 'v' } } }))?.found;
    expect(['x:none', 'x:later', 'aws:username'].map(found)).toEqual([[], [], ['alice']]);
  });
});

describe('a statement that misses', () => {
  it('gives every reason', () => {
    const statement = allow({ Principal: { AWS: OTHER }, Action: 'vault:Close' });
    expect(trace(statement).explain).toBe(
      `This statement does not apply: The statement names \`${OTHER}\`; the caller is \`${arns.user()}\`. \`vault:Open\` is not covered by \`vault:Close\`.`,
    );
  });
});

describe('a layer sees the request as its policies do', () => {
  const known = { Condition: { StringEquals: { 'aws:username': 'alice' } } };
  const resourceContext = createContext({});
  const everybody = policy('resource', allow({ Principal: '*' }));

  it('only the resource policy reads less of it', () => {
    const identity = [policy('identity', allow(known))];
    const delegated = policy('resource', allow({ Principal: { AWS: OWNER } }));
    const conditional = policy('resource', allow({ Principal: '*', ...known }));
    const ask = (resourcePolicy: typeof everybody, more: Partial<Layers>) =>
      explain(asked, layers({ resourcePolicy, resourceContext, ...more })).verdict;
    expect([ask(delegated, { identity }), ask(conditional, {}), ask(everybody, {})]).toEqual([
      'allow',
      'implicitDeny',
      'allow',
    ]);
  });

  it('a permissions boundary counts for NotPrincipal, a context of its own does not', () => {
    const NotPrincipal = { AWS: [arns.user(), OWNER] };
    const resourcePolicy = policy('resource', allow({ Principal: '*' }), deny({ NotPrincipal }));
    const boundary = policy('boundary', allow());
    const reasons = [{}, { resourceContext }, { boundary }, { boundary, resourceContext }].map(
      (more) => explain(asked, layers({ resourcePolicy, ...more })).reason,
    );
    expect(reasons).toEqual(['direct', 'direct', 'explicit:resource', 'explicit:resource']);
  });
});
