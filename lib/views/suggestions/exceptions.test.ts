import { describe, expect, it } from 'vitest';
import type { Principal } from '../../aws';
import type { ElementTrace, StatementTrace } from '../../policy';
import type { Situation } from './edit';
import { exceptedToo, reachedAgain } from './exceptions';
import { type JsonStatement, listOf } from './json-document';

const ACCOUNT = '111122223333';
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const APP = `arn:aws:iam::${ACCOUNT}:role/app`;
const SELF = `arn:aws:sts::${ACCOUNT}:assumed-role/app/run`;
const OTHER = `arn:aws:iam::${ACCOUNT}:user/other`;
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`;

const session: Principal = {
  type: 'role-session',
  account: ACCOUNT,
  arn: SELF,
  roleArn: APP,
  userId: 'AROAX:run',
  accessKeyId: '',
  tags: {},
};
const user: Principal = {
  ...session,
  type: 'user',
  arn: OTHER,
  roleArn: undefined,
  userId: 'AIDAX',
  userName: 'other',
};
const service: Principal = { ...user, type: 'service', arn: 'logs.amazonaws.com', userId: '', account: '' };

const situationOf = (principal: Principal) =>
  ({ principal, check: { check: { action: 'kms:Decrypt', resource: KEY } } }) as Situation;

/** The statement after the edit, its sentence and how many risks it names; undefined where there is no edit. */
function edited(
  way: 'reach' | 'except',
  statement: JsonStatement,
  {
    principal = session,
    layer = 'resource',
  }: { principal?: Principal; layer?: StatementTrace['layer'] } = {},
) {
  const name = Object.keys(statement).find((one) => one.startsWith('Not')) as ElementTrace['element'];
  const held = statement[name];
  const values = name === 'NotPrincipal' ? Object.values(held as object).flatMap(listOf) : listOf(held);
  const wanted = values.map(String);
  const element: ElementTrace = { element: name, result: 'no', explain: '', wanted, found: [], depends: [] };
  const situation = situationOf(principal);
  const [edit, second] =
    way === 'reach'
      ? reachedAgain(situation, { layer } as StatementTrace, element)
      : exceptedToo(situation, element);
  expect(second).toBeUndefined();
  return edit && [edit.change(statement), edit.sentence('it'), edit.risks.length];
}

describe('what an Allow leaves out', () => {
  it('is taken off its NotAction, with a warning of what a pattern covers besides', () => {
    expect([
      edited('reach', { NotAction: ['kms:Decrypt', 'kms:Delete*'] }),
      edited('reach', { NotAction: ['KMS:D*', 's3:*', 'kms:?ecrypt'] }),
      edited('reach', { NotAction: 'kms:Decrypt' }),
    ]).toEqual([
      [{ NotAction: ['kms:Delete*'] }, 'Take `kms:Decrypt` out of the NotAction of it.', 0],
      [{ NotAction: ['s3:*'] }, 'Take `KMS:D*`, `kms:?ecrypt` out of the NotAction of it.', 1],
      undefined,
    ]);
  });

  it('is taken off its NotResource, which in a key policy may then be the key', () => {
    const all = { Sid: 'a', NotResource: ['arn:aws:kms:*'] };
    expect([
      edited('reach', { NotResource: [KEY, `${KEY}0`] }, { layer: 'identity' }),
      edited('reach', all, { layer: 'identity' }),
      edited('reach', all),
    ]).toEqual([
      [{ NotResource: [`${KEY}0`] }, `Take \`${KEY}\` out of the NotResource of it.`, 0],
      undefined,
      [{ Sid: 'a', Resource: '*' }, 'Take `arn:aws:kms:*` out of the NotResource of it.', 0],
    ]);
  });

  it('is taken off its NotPrincipal by every name, and some other name has to stay', () => {
    const listed = { AWS: [APP, 'AROAX', SELF, ACCOUNT, ROOT, OTHER], Service: 'logs.amazonaws.com' };
    const sentence = 'Take role/app out of the NotPrincipal of it.';
    expect([
      edited('reach', { NotPrincipal: listed }),
      edited('reach', { NotPrincipal: { AWS: APP } }),
      edited('reach', { NotPrincipal: listed }, { principal: service }),
    ]).toEqual([
      [{ NotPrincipal: { AWS: [OTHER], Service: ['logs.amazonaws.com'] } }, sentence, 1],
      undefined,
      [{ NotPrincipal: { AWS: listed.AWS } }, 'Take logs.amazonaws.com out of the NotPrincipal of it.', 1],
    ]);
  });
});

describe('what a Deny does not leave out', () => {
  it('is listed by its NotAction or NotResource', () => {
    expect([
      edited('except', { NotAction: 'kms:Encrypt' }),
      edited('except', { NotResource: ['x', 'y'] }),
    ]).toEqual([
      [{ NotAction: ['kms:Encrypt', 'kms:Decrypt'] }, 'Add `kms:Decrypt` to the NotAction of it.', 1],
      [{ NotResource: ['x', 'y', KEY] }, `Add \`${KEY}\` to the NotResource of it.`, 1],
    ]);
  });

  it('is listed by NotPrincipal with everything a caller is (fact: authorization 4)', () => {
    expect([
      edited('except', { NotPrincipal: { AWS: [OTHER, APP] } }),
      edited('except', { NotPrincipal: { AWS: APP } }, { principal: user }),
      edited('except', { NotPrincipal: { AWS: APP } }, { principal: service }),
    ]).toEqual([
      [
        { NotPrincipal: { AWS: [OTHER, APP, SELF, ROOT] } },
        'Add role/app, its session and its account to the NotPrincipal of it.',
        1,
      ],
      [
        { NotPrincipal: { AWS: [APP, OTHER, ROOT] } },
        'Add user/other and its account to the NotPrincipal of it.',
        1,
      ],
      [
        { NotPrincipal: { AWS: APP, Service: ['logs.amazonaws.com'] } },
        'Add logs.amazonaws.com to the NotPrincipal of it.',
        1,
      ],
    ]);
  });
});
