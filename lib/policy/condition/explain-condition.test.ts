// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { describe, expect, it } from 'vitest';
import { type ContextInput, createContext } from '../matching/context';
import { policy } from '../policy.testkit';
import { compileCondition } from './condition';
import { explainCondition } from './explain-condition';

function explain(operator: string, values: unknown, input: ContextInput, key = 'x:EncryptionContext:tenant') {
  const statement = { Effect: 'Allow', Action: '*', Resource: '*', Principal: '*' };
  const { document } = policy('resource', {
    ...statement,
    Condition: { [operator]: { [key]: values } },
  }).policy;
  const element = document.statements[0]?.conditions[0];
  if (!element) throw new Error('the statement has its condition');
  return explainCondition(compileCondition(element, document.version), createContext(input));
}

const acme = { known: { 'x:EncryptionContext:tenant': 'acme' } };

describe('explainCondition', () => {
  it('says what the request had and what the policy wants', () => {
    expect(explain('StringEquals', 'globex', acme)).toEqual({
      result: 'no',
      explain: '`x:EncryptionContext:tenant` was `acme`, the policy wants `globex`.',
      wanted: ['globex'],
      found: ['acme'],
      depends: [],
    });
  });

  it.each<[string, unknown, ContextInput, string]>([
    ['StringEquals', ['a', 'b'], acme, '`x:K` was `acme`, the policy wants one of `a`, `b`.'],
    ['StringEquals', [], acme, '`x:K` was `acme`, the policy wants a value of an empty list.'],
    ['StringNotEquals', 'acme', acme, '`x:K` was `acme`, the policy wants anything but `acme`.'],
    [
      'StringNotEqualsIgnoreCase',
      'A',
      acme,
      '`x:K` was `acme`, the policy wants anything but in any letter case `A`.',
    ],
    ['StringEqualsIgnoreCase', 'A', acme, '`x:K` was `acme`, the policy wants in any letter case `A`.'],
    ['StringLike', 'b*', acme, '`x:K` was `acme`, the policy wants something like `b*`.'],
    ['StringNotLike', 'a*', acme, '`x:K` was `acme`, the policy wants anything but something like `a*`.'],
    ['ArnEquals', 'a', acme, '`x:K` was `acme`, the policy wants something like `a`.'],
    ['ArnLike', 'a', acme, '`x:K` was `acme`, the policy wants something like `a`.'],
    ['ArnNotEquals', 'a', acme, '`x:K` was `acme`, the policy wants anything but something like `a`.'],
    [
      'ArnNotLike',
      ['a', 'b'],
      acme,
      '`x:K` was `acme`, the policy wants anything but something like one of `a`, `b`.',
    ],
    ['NumericLessThan', 7, acme, '`x:K` was `acme`, the policy wants less than `7`.'],
    ['NumericLessThanEquals', 7, acme, '`x:K` was `acme`, the policy wants at most `7`.'],
    ['NumericGreaterThan', 7, acme, '`x:K` was `acme`, the policy wants more than `7`.'],
    ['NumericGreaterThanEquals', 7, acme, '`x:K` was `acme`, the policy wants at least `7`.'],
    ['NumericEquals', 'x', acme, '`x:K` was `acme`, the policy wants `x`. `x` is no Numeric value.'],
    ['DateLessThan', '2026', acme, '`x:K` was `acme`, the policy wants before `2026`.'],
    ['DateLessThanEquals', '2026', acme, '`x:K` was `acme`, the policy wants at or before `2026`.'],
    ['DateGreaterThan', '2026', acme, '`x:K` was `acme`, the policy wants after `2026`.'],
    ['DateGreaterThanEquals', '2026', acme, '`x:K` was `acme`, the policy wants at or after `2026`.'],
    ['IpAddress', '10.0.0.0/8', acme, '`x:K` was `acme`, the policy wants an address inside `10.0.0.0/8`.'],
    [
      'NotIpAddress',
      '10.0.0.0/8',
      acme,
      '`x:K` was `acme`, the policy wants anything but an address inside `10.0.0.0/8`.',
    ],
    [
      'StringEquals',
      'a',
      {},
      '`x:K` is not in the request, and StringEquals is false without it; the policy wants `a`.',
    ],
    [
      'stringnotequals',
      'a',
      {},
      '`x:K` is not in the request, and StringNotEquals is true without it; the policy wants anything but `a`.',
    ],
    [
      'ForAllValues:StringEqualsIfExists',
      'a',
      {},
      '`x:K` is not in the request, and ForAllValues:StringEqualsIfExists is true without it; the policy wants `a`.',
    ],
    ['Null', 'true', acme, '`x:K` is in the request; the policy wants it absent.'],
    ['Null', ['false', 'true'], {}, '`x:K` is not in the request; the policy wants it present or it absent.'],
    ['Null', 'false', { unknown: 'others' }, '`x:K` is not known yet; the policy wants it present.'],
    ['Bool', 'true', { unknown: 'others' }, '`x:K` is not known yet; the policy wants `true`.'],
    ['Same', 'true', acme, '`Same` is no condition operator, so this condition never matches.'],
  ])('%s %j with %j', (operator, values, input, sentence) => {
    const known = input.known ? { 'x:K': 'acme' } : undefined;
    expect(explain(operator, values, { ...input, known }, 'x:K').explain).toBe(sentence);
  });

  it('names the values that spoil ForAllValues, and says that ForAnyValue wants one', () => {
    const input = { known: { 'x:K': ['a', 'b', 'c'] } };
    expect(explain('ForAllValues:StringEquals', ['a'], input, 'x:K').explain).toBe(
      '`x:K` had the values `a`, `b`, `c`, but not `b`, `c`, the policy wants `a` for every value.',
    );
    expect(explain('ForAllValues:StringLike', ['*'], input, 'x:K').explain).toBe(
      '`x:K` had the values `a`, `b`, `c`, the policy wants something like `*` for every value.',
    );
    expect(explain('ForAnyValue:StringEquals', ['d'], input, 'x:K').explain).toBe(
      '`x:K` had the values `a`, `b`, `c`, the policy wants `d` for one value.',
    );
  });

  it('says why several values equal nothing without a set operator', () => {
    expect(explain('StringEquals', 'a', { known: { 'x:K': ['a', 'b'] } }, 'x:K').explain).toBe(
      '`x:K` had the values `a`, `b`; without ForAnyValue or ForAllValues several values equal nothing, the policy wants `a`.',
    );
  });

  it('shows variables filled in, and says which have no value', () => {
    const input = { known: { 'x:K': 'acme', 'aws:username': 'alice' }, unknown: ['x:later'] };
    expect(explain('StringEquals', '${aws:username}', input, 'x:K')).toEqual({
      result: 'no',
      explain: '`x:K` was `acme`, the policy wants `alice`.',
      wanted: ['alice'],
      found: ['acme'],
      depends: [],
    });
    expect(explain('StringEquals', ['${x:none}', '${x:later}', '${X:Later}'], input, 'x:K')).toEqual({
      result: 'depends',
      explain:
        '`x:K` was `acme`, the policy wants one of `${x:none}`, `${x:later}`, `${X:Later}`. The variable `x:none` has no single value in this request. The variable `x:later` is not known yet. The variable `X:Later` is not known yet.',
      wanted: ['${x:none}', '${x:later}', '${X:Later}'],
      found: ['acme'],
      depends: ['x:later'],
    });
  });

  it('depends on the key itself when that is not known', () => {
    const { result, found, depends } = explain('StringEquals', '${x:later}', { unknown: 'others' }, 'x:K');
    expect({ result, found, depends }).toEqual({ result: 'depends', found: 'unknown', depends: ['x:K'] });
  });
});
