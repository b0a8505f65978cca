import { describe, expect, it } from 'vitest';
import { define, deniedSentence } from './define';
import { lacksIdentityAllow } from './denial.testkit';
import type { AccessCheck, Call } from './operation';
import type { Principal } from './principal';
import { isRefusal, refuse } from './refusal';
import * as shape from './shapes';

const principal: Principal = {
  type: 'user',
  account: '111122223333',
  arn: 'arn:aws:iam::111122223333:user/ana',
  userId: 'AIDAANA',
  accessKeyId: 'AKIAANA',
  tags: {},
};

const putJar = define({
  service: 'pantry',
  name: 'PutJar',
  about: 'Puts a jar up.',
  input: shape.structure({ Name: shape.string() }, ['Name']),
  output: shape.structure({ Arn: shape.string() }),
  readOnly: false,
  permissions: (call) => [
    { action: 'pantry:PutJar', resource: `jar/${call.input.Name}`, conditions: { 'pantry:Lid': ['tight'] } },
    { action: 'pantry:Open', resource: '*', account: '444455556666', resourcePolicy: '{}' },
  ],
  handle: (call) => (call.input.Name === 'full' ? refuse('Full') : { Arn: `jar/${call.input.Name}` }),
  resources: (_call, output) => (output?.Arn ? [output.Arn] : []),
  responseElements: (output) => ({ arn: output.Arn }),
});

function callOf(Name: string): Call<{ readonly Name: string }> {
  return { principal, input: { Name } } as Call<{ readonly Name: string }>;
}

describe('a definition', () => {
  it('becomes an operation whose optional parts say nothing', () => {
    const call = callOf('plum');
    expect([
      putJar.find(call),
      putJar.charges(call, undefined),
      putJar.validate?.(call, undefined),
      putJar.verdict(call, undefined),
    ]).toEqual([undefined, [], undefined, undefined]);
    expect(putJar.execute(call, undefined)).toEqual({ Arn: 'jar/plum' });
    expect(isRefusal(putJar.execute(callOf('full'), undefined))).toBe(true);
  });

  it('asks for each permission with its conditions, whatever their letter case', () => {
    const [own, foreign] = putJar.checks(callOf('plum'), undefined);
    expect(own).toMatchObject({
      action: 'pantry:PutJar',
      resource: 'jar/plum',
      account: '111122223333',
      resourcePolicy: undefined,
      needsDelegation: false,
    });
    expect([own?.context('PANTRY:lid'), own?.context('pantry:Jar'), own?.contextKeys()]).toEqual([
      ['tight'],
      undefined,
      ['pantry:Lid'],
    ]);
    expect(foreign).toMatchObject({ account: '444455556666', resourcePolicy: '{}' });
  });

  it('records what it touched and answered; a refusal answered nothing', () => {
    expect(putJar.audit(callOf('plum'), undefined, { Arn: 'jar/plum' })).toEqual({
      resources: ['jar/plum'],
      responseElements: { arn: 'jar/plum' },
    });
    expect(putJar.audit(callOf('plum'), undefined, undefined)).toEqual({ resources: [] });
  });
});

describe('the sentence of a denial (fact: authorization 11)', () => {
  const check = { action: 'pantry:PutJar', resource: 'jar/plum' } as AccessCheck;
  const start = 'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: pantry:PutJar on';
  const denial = lacksIdentityAllow(principal, check);

  it('names the caller, the action, the resource and what was lacking', () => {
    expect(deniedSentence(denial)).toBe(
      `${start} resource: jar/plum because no identity-based policy allows the pantry:PutJar action`,
    );
  });

  it('names the resource as it is told to', () => {
    expect(deniedSentence(denial, 'this jar')).toBe(
      `${start} this jar because no identity-based policy allows the pantry:PutJar action`,
    );
  });
});
