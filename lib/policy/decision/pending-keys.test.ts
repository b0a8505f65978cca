// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { describe, expect, it } from 'vitest';
import { createContext } from '../matching/context';
import type { Principal } from '../matching/principal';
import {
  allow,
  arns,
  BOX,
  callers,
  deny,
  layers,
  OWNER,
  otherAllow,
  policy,
  request,
} from '../policy.testkit';
import { decide } from './decide';
import { explain } from './explain';
import type { Layers } from './request';

const context = createContext({ known: { 'x:known': '1' }, unknown: ['x:a', 'x:b', 'x:c'] });
const boxes = BOX.slice(0, -'b-1'.length);
const when = (key: string, value = '1') => ({ Condition: { StringEquals: { [key]: value } } });
const delegating = allow({ Principal: { AWS: arns.root() } });

/** The verdict with its keys; asked both ways, for the explanation finds the keys by its own way. */
function ask(those: Partial<Layers>, principal: Principal = callers.user()): string {
  const asked = request(principal, { context });
  const { verdict, depends } = decide(asked, layers(those));
  const explained = explain(asked, layers(those));
  expect({ verdict: explained.verdict, depends: explained.depends }).toEqual({ verdict, depends });
  return [verdict, ...depends].join(' ');
}

describe('the keys that a decision depends on', () => {
  it.each<[string, string, Partial<Layers>, Principal?]>([
    [
      'those of the ways that are open, also beside one that is settled',
      'depends x:a',
      { resourcePolicy: policy('resource', delegating, allow({ Principal: '*', ...when('x:a') })) },
    ],
    [
      "those of the role's way",
      'depends x:a',
      { resourcePolicy: policy('resource', allow({ Principal: { AWS: arns.role() }, ...when('x:a') })) },
      callers.session(),
    ],
    [
      'those of the delegation, once an identity policy allows',
      'depends x:a',
      {
        resourcePolicy: policy('resource', { ...delegating, ...when('x:a') }),
        identity: [policy('identity', allow())],
      },
    ],
    [
      'those of all ways',
      'depends x:a x:b x:c',
      {
        resourcePolicy: policy(
          'resource',
          allow({ Principal: '*', ...when('x:a') }),
          allow({ Principal: { AWS: OWNER }, ...when('x:b') }),
        ),
        identity: [policy('identity', allow(when('x:c')))],
      },
    ],
    [
      'none of a statement for somebody else',
      'depends x:b',
      {
        resourcePolicy: policy(
          'resource',
          allow({ Principal: { AWS: arns.role() }, ...when('x:a') }),
          allow({ Principal: '*', ...when('x:b') }),
        ),
      },
    ],
    [
      'none of the level of a guardrail that allows anyway',
      'depends x:b',
      {
        scp: [[policy('scp', allow(), allow(when('x:a')))], [policy('scp', allow(when('x:b')))]],
        resourcePolicy: policy('resource', allow({ Principal: '*' })),
      },
    ],
    [
      'none of a Deny that cannot apply',
      'depends x:b',
      {
        resourcePolicy: policy('resource', allow({ Principal: '*' })),
        identity: [policy('identity', deny({ Resource: `${boxes}c`, ...when('x:a') }), deny(when('x:b')))],
      },
    ],
    [
      'none where the only pending statement denies what nobody allows',
      'implicitDeny',
      {
        resourcePolicy: policy('resource', delegating),
        identity: [policy('identity', deny(when('x:a')))],
      },
    ],
  ])('are %s', (_name, expected, those, principal) => {
    expect(ask(those, principal)).toBe(expected);
  });
});

describe('the keys of one statement', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['of its resource', 'depends x:a', { Resource: `${boxes}\${x:a}` }],
    [
      'none of a resource that fits anyway',
      'depends x:b',
      { Resource: ['*', `${boxes}\${x:a}`], ...when('x:b') },
    ],
    ['of resource and condition', 'depends x:a x:b', { Resource: `${boxes}\${x:a}`, ...when('x:b') }],
    [
      'none of a condition that holds anyway',
      'depends x:b',
      { Condition: { StringEquals: { 'x:known': ['1', '${x:a}'], 'x:b': '1' } } },
    ],
    ['of a variable of a condition', 'depends x:a', when('x:known', '${x:a}')],
  ])('are those %s', (_name, expected, elements) => {
    const resourcePolicy = policy('resource', allow({ Principal: '*', ...elements }));
    expect(ask({ resourcePolicy })).toBe(expected);
  });
});

describe('the keys of other allows', () => {
  const pending = (key: string, changes = {}) =>
    otherAllow({ matched: 'depends', depends: [key], ...changes });

  it.each<[string, string, Partial<Layers>, Principal?]>([
    ['its own', 'depends x:a', { otherAllows: [pending('x:a')] }],
    [
      'none of one that is settled',
      'depends x:b',
      { otherAllows: [otherAllow({ matched: false, depends: ['x:a'] }), pending('x:b')] },
    ],
    [
      'none of one that does not count',
      'implicitDeny',
      { otherAllows: [pending('x:a', { isCapped: true })] },
      callers.service(),
    ],
    [
      'none of one that does not count beside one that does',
      'depends x:b',
      { otherAllows: [pending('x:a', { isCapped: true }), pending('x:b')] },
      callers.service(),
    ],
    [
      'those of policies first',
      'depends x:b x:a',
      {
        resourcePolicy: policy('resource', allow({ Principal: '*', ...when('x:b') })),
        otherAllows: [pending('x:a')],
      },
    ],
  ])('are %s', (_name, expected, those, principal) => {
    expect(ask(those, principal)).toBe(expected);
  });
});
