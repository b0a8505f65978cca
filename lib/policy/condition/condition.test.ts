// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { describe, expect, it } from 'vitest';
import { type ContextInput, createContext } from '../matching/context';
import { type Answer, toAnswer } from '../matching/tri';
import { policy } from '../policy.testkit';
import { compileCondition, testCondition } from './condition';
import { explainCondition } from './explain-condition';
import { conditionOperators } from './operators';

/** The answer of one condition, asked both ways: a disagreement of test and explanation fails every vector. */
function answer(operator: string, values: unknown, input: ContextInput): Answer {
  const statement = { Effect: 'Allow', Action: '*', Resource: '*', Principal: '*' };
  const { document } = policy('resource', {
    ...statement,
    Condition: { [operator]: { 'x:Key': values } },
  }).policy;
  const element = document.statements[0]?.conditions[0];
  if (!element) throw new Error('the statement has its condition');
  const condition = compileCondition(element, document.version);
  const context = createContext(input);
  const result = toAnswer(testCondition(condition, context));
  expect(explainCondition(condition, context).result).toBe(result);
  return result;
}

function isMatch(operator: string, policyValues: unknown, value: ContextInput['known']): boolean {
  return answer(operator, policyValues, { known: value }) === 'yes';
}

type Vector = readonly [policyValues: unknown, requestValue: string, expected: boolean];

/** One comparison of each family: the negated operator must answer the opposite. */
function vectors(positive: string, negated: string | undefined, list: readonly Vector[]): void {
  describe.each(list)(`${positive} %j with %s is %s`, (values, value, expected) => {
    const known = { 'x:Key': value };
    it(`${positive}`, () => {
      expect(isMatch(positive, values, known)).toBe(expected);
      expect(isMatch(`${positive}IfExists`, values, known)).toBe(expected);
      expect(isMatch(`ForAnyValue:${positive}`, values, known)).toBe(expected);
      expect(isMatch(`ForAllValues:${positive}`, values, known)).toBe(expected);
    });
    if (negated === undefined) return;
    it(negated, () => {
      expect(isMatch(negated, values, known)).toBe(!expected);
      expect(isMatch(`${negated}IfExists`, values, known)).toBe(!expected);
      expect(isMatch(`ForAnyValue:${negated}`, values, known)).toBe(!expected);
      expect(isMatch(`ForAllValues:${negated}`, values, known)).toBe(!expected);
    });
  });
}

describe('the comparisons (fact: authorization 6)', () => {
  vectors('StringEquals', 'StringNotEquals', [
    ['acme', 'acme', true],
    ['acme', 'Acme', false],
    ['ac*', 'acme', false],
    ['ac*', 'ac*', true],
    [['globex', 'acme'], 'acme', true],
    [['globex', 'initech'], 'acme', false],
    [[], 'acme', false],
    [7, '7', true],
    [true, 'true', true],
  ]);
  vectors('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', [
    ['ACME', 'acme', true],
    ['acme', 'ACME', true],
    ['acme', 'acm', false],
    ['AC*', 'acme', false],
  ]);
  vectors('StringLike', 'StringNotLike', [
    ['ac*', 'acme', true],
    ['a?me', 'acme', true],
    ['a?e', 'acme', false],
    ['AC*', 'acme', false],
    ['acme', 'acme', true],
    [['b*', '*e'], 'acme', true],
    ['ac${*}', 'ac*', true],
    ['ac${*}', 'acme', false],
  ]);
  vectors('ArnLike', 'ArnNotLike', [
    ['arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/app', true],
    ['arn:aws:iam::1:role/*', 'arn:aws:iam::2:role/app', false],
    ['arn:aws:iam:*:role/app', 'arn:aws:iam::1:role/app', false],
    ['arn:*:iam::*:role/app', 'arn:aws:iam::1:role/app', true],
    ['arn:aws:iam::1:role/app', 'arn:aws:iam::1:ROLE/app', false],
    ['arn:aws:iam::1:role/app', 'app', false],
    // Six parts are compared; what has fewer is no ARN, and not even equal to itself.
    ['app', 'app', false],
    ['arn:aws:iam', 'arn:aws:iam', false],
  ]);
  vectors('ArnEquals', 'ArnNotEquals', [
    ['arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/app', true],
    ['arn:aws:iam::1:role/a?p', 'arn:aws:iam::1:role/app', true],
    ['arn:aws:iam::1:role/x', 'arn:aws:iam::1:role/app', false],
  ]);
  vectors('NumericEquals', 'NumericNotEquals', [
    [7, '7', true],
    ['7', '7.0', true],
    ['7', '07', true],
    ['+7', '7', true],
    ['7', '8', false],
    [['6', '7'], '7', true],
    ['1e3', '1000', true],
    ['seven', '7', false],
    ['7', 'seven', false],
    ['', '0', false],
    ['7', '7 ', false],
    [' 7', '7', false],
    ['12', '12', true],
    ['0.125', '.125', true],
    ['12.', '12', true],
    ['1.5e+3', '1500', true],
    ['1.5e-2', '0.015', true],
    ['1e12', '1000000000000', true],
    ['.', '0', false],
  ]);
  vectors('NumericLessThan', undefined, [
    ['7', '6', true],
    ['7', '-1', true],
    ['7', '7', false],
    ['10', '9', true],
    ['7', 'six', false],
    ['seven', '6', false],
  ]);
  vectors('NumericLessThanEquals', undefined, [
    ['7', '7', true],
    ['7', '6.99', true],
    ['7', '7.01', false],
  ]);
  vectors('NumericGreaterThan', undefined, [
    ['7', '8', true],
    ['7', '7', false],
    ['9', '10', true],
    [['20', '7'], '10', true],
  ]);
  vectors('NumericGreaterThanEquals', undefined, [
    ['7', '7', true],
    ['7', '6', false],
  ]);
  vectors('DateEquals', 'DateNotEquals', [
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z', true],
    ['2026-11-22T10:00:00Z', '2026-11-22T12:00:00+02:00', true],
    ['2026-11-22T10:00:00Z', '2026-11-22T08:30:00-01:30', true],
    ['2026-11-22', '2026-11-22T00:00:00Z', true],
    ['2026', '2026-01-01T00:00Z', true],
    ['2026-02', '2026-02-01', true],
    ['1795341600', '2026-11-22T10:00:00.000Z', true],
    ['2026-11-22T10:00:00.5Z', '2026-11-22T10:00:00Z', false],
    ['2026-11-22T10:00:00.25Z', '1795341600.25', true],
    ['2026-02-29', '2026-02-29', false],
    ['2028-02-29', '2028-02-29', true],
    ['2026-04-31', '2026-04-31', false],
    ['2026-13-01', '2026-13-01', false],
    ['2026-00-01', '2026-00-01', false],
    ['2026-01-00', '2026-01-00', false],
    ['2026-12-31', '2026-12-31', true],
    ['2026-01-01T24:00Z', '2026-01-01T24:00Z', false],
    ['2026-01-01T23:60Z', '2026-01-01T23:60Z', false],
    ['2026-01-01T23:59:60Z', '2026-01-01T23:59:60Z', false],
    ['2026-01-01T23:59:59Z', '2026-01-01T23:59:59Z', true],
    ['today', 'today', false],
    ['1970-01-01T00:00Z', '00000', true],
    ['-86400', '1969-12-31', true],
    ['x12345', 'x12345', false],
    ['12345x', '12345x', false],
    ['2026-11-22T', '2026-11-22T', false],
    ['2026-11-22T10:00', '2026-11-22T10:00', false],
  ]);
  vectors('DateLessThan', undefined, [
    ['2026-11-22T10:00:00Z', '2026-11-22T09:59:59Z', true],
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z', false],
  ]);
  vectors('DateLessThanEquals', undefined, [
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z', true],
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z', false],
  ]);
  vectors('DateGreaterThan', undefined, [
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z', true],
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z', false],
  ]);
  vectors('DateGreaterThanEquals', undefined, [
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z', true],
    ['2026-11-22T10:00:00Z', '2026-11-22T09:59:59Z', false],
  ]);
  vectors('Bool', undefined, [
    ['true', 'true', true],
    [true, 'True', true],
    ['false', 'false', true],
    ['true', 'false', false],
    ['yes', 'yes', false],
    ['true', 'yes', false],
    [['true', 'false'], 'false', true],
  ]);
  vectors('BinaryEquals', undefined, [
    ['QUJD', 'QUJD', true],
    ['QUI=', 'QUI=', true],
    ['QUJ=', 'QUI=', true],
    ['QUJD', 'qujd', false],
    ['not base64', 'not base64', false],
  ]);
  vectors('IpAddress', 'NotIpAddress', [
    ['203.0.113.0/24', '203.0.113.77', true],
    ['203.0.113.0/24', '203.0.114.77', false],
    ['203.0.113.77/24', '203.0.113.1', true],
    ['203.0.113.77', '203.0.113.77', true],
    ['203.0.113.77', '203.0.113.78', false],
    ['0.0.0.0/0', '8.8.8.8', true],
    ['10.0.0.0/9', '10.127.255.255', true],
    ['10.0.0.0/9', '10.128.0.0', false],
    ['10.0.0.0/33', '10.0.0.0', false],
    ['10.0.0.0/ 8', '10.0.0.0', false],
    ['10.0.0.0/8 ', '10.0.0.0', false],
    ['10.0.0.0/', '10.0.0.0', false],
    ['10.0.0/24', '10.0.0.0', false],
    ['10.0.0.256', '10.0.0.256', false],
    ['10.0.0.01', '10.0.0.1', false],
    ['10.0.0.1', '10.0.0.x', false],
    ['2001:DB8::/32', '2001:db8:ffff::1', true],
    ['2001:DB8::/32', '2001:db9::1', false],
    ['2001:db8::1', '2001:db8:0:0:0:0:0:1', true],
    ['2001:db8::1', '2001:db8::2', false],
    ['::/0', '::1', true],
    ['::/0', '10.0.0.1', false],
    ['0.0.0.0/0', '::1', false],
    ['::ffff:10.0.0.1', '::ffff:a00:1', true],
    ['1:2:3:4:5:6:7:8/128', '1:2:3:4:5:6:7:8', true],
    ['1:2:3:4:5:6:7', '1:2:3:4:5:6:7', false],
    ['1::2::3', '1::2::3', false],
    ['1:2:3:4:5:6:7::8', '1:2:3:4:5:6:7::8', false],
    ['1:2:3:4:5:6::8', '1:2:3:4:5:6:0:8', true],
    ['12345::', '12345::', false],
    ['::g', '::g', false],
    ['1.2.3.4::', '1.2.3.4::', false],
    ['::1.2.3.4', '::102:304', true],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:102:304', true],
    ['::1.2.3', '::1.2.3', false],
    ['::1.2.3.4:5', '::1.2.3.4:5', false],
    ['::1/129', '::1', false],
    [['10.0.0.0/8', '192.168.0.0/16'], '192.168.1.1', true],
  ]);
});

describe('a missing key (fact: authorization 6, "Key missing in request")', () => {
  const operators = Object.entries(conditionOperators).filter(([name]) => name !== 'Null');
  const negated = ['Arn', 'String', 'Numeric', 'Date'].flatMap((family) => [`${family}NotEquals`]);
  const expectedNegated = [
    ...negated,
    'StringNotEqualsIgnoreCase',
    'StringNotLike',
    'ArnNotLike',
    'NotIpAddress',
  ];

  it('makes exactly the negated operators true', () => {
    const matching = operators.map(([name]) => name).filter((name) => isMatch(name, 'v', {}));
    expect(matching.toSorted()).toEqual(expectedNegated.toSorted());
  });

  it.each(operators.map(([name]) => name))(
    '%s: true with IfExists and ForAllValues, false with ForAnyValue',
    (name) => {
      expect([
        isMatch(`${name}IfExists`, 'v', {}),
        isMatch(`ForAllValues:${name}`, 'v', {}),
        isMatch(`ForAnyValue:${name}`, 'v', {}),
        isMatch(`ForAllValues:${name}IfExists`, 'v', {}),
        isMatch(`ForAnyValue:${name}IfExists`, 'v', {}),
      ]).toEqual([true, true, false, true, true]);
    },
  );

  it.each(operators.map(([name]) => name))('%s depends on a key that is not known', (name) => {
    const forms = [name, `${name}IfExists`, `ForAllValues:${name}`, `ForAnyValue:${name}`];
    expect(forms.map((form) => answer(form, 'v', { unknown: ['x:Key'] }))).toEqual(Array(4).fill('depends'));
  });

  it('is what an empty list of values is', () => {
    expect(isMatch('StringEquals', 'v', { 'x:Key': [] })).toBe(false);
    expect(isMatch('ForAllValues:StringEquals', 'v', { 'x:Key': [] })).toBe(true);
  });
});

describe('Null (fact: authorization 6)', () => {
  it.each<[unknown, ContextInput, Answer]>([
    ['true', {}, 'yes'],
    [true, {}, 'yes'],
    ['false', {}, 'no'],
    ['true', { known: { 'x:Key': 'v' } }, 'no'],
    ['false', { known: { 'x:Key': 'v' } }, 'yes'],
    ['FALSE', { known: { 'x:Key': ['v', 'w'] } }, 'yes'],
    [['true', 'false'], { known: { 'x:Key': 'v' } }, 'yes'],
    [['true', 'false'], {}, 'yes'],
    ['perhaps', {}, 'no'],
    ['perhaps', { known: { 'x:Key': 'v' } }, 'no'],
    ['true', { unknown: ['x:Key'] }, 'depends'],
    ['true', { known: { 'x:Key': [] } }, 'yes'],
  ])('%j with %j: %s', (value, input, expected) => {
    expect(answer('Null', value, input)).toBe(expected);
  });
});

describe('set operators (fact: authorization 6)', () => {
  it.each<[string, unknown, readonly string[], boolean]>([
    ['ForAnyValue:StringEquals', ['a', 'b'], ['b', 'c'], true],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], false],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a'], true],
    ['ForAnyValue:StringNotEquals', ['a'], ['a', 'b'], true],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], false],
    ['ForAllValues:StringNotEquals', ['a'], ['b', 'c'], true],
    ['ForAllValues:StringNotEquals', ['a'], ['a', 'b'], false],
    ['ForAnyValue:StringLike', ['a*'], ['ba', 'ab'], true],
    ['ForAllValues:StringLike', ['a*'], ['ba', 'ab'], false],
    ['ForAllValues:NumericLessThan', ['10'], ['1', '9'], true],
    ['ForAllValues:NumericLessThan', ['10'], ['1', '11'], false],
    ['ForAllValues:StringEquals', [], ['a'], false],
    ['ForAnyValue:StringNotEquals', [], ['a'], true],
    // An empty text is an empty set.
    ['ForAllValues:StringEquals', ['a'], [''], true],
    ['ForAnyValue:StringLike', ['*'], [''], false],
    ['ForAllValues:StringEquals', ['a'], ['', ''], false],
  ])('%s %j with %j: %s', (operator, values, request, expected) => {
    expect(isMatch(operator, values, { 'x:Key': request })).toBe(expected);
  });

  it.each<[string, unknown, string, string]>([
    ['StringEquals', 'a', 'a', 'b'],
    ['StringNotEquals', 'a', 'b', 'a'],
    ['StringEqualsIgnoreCase', 'a', 'A', 'b'],
    ['StringNotEqualsIgnoreCase', 'a', 'b', 'A'],
    ['StringLike', 'a*', 'ab', 'b'],
    ['StringNotLike', 'a*', 'b', 'ab'],
    ['ArnEquals', 'arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/app', 'arn:aws:iam::2:role/app'],
    ['ArnLike', 'arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/app', 'arn:aws:iam::2:role/app'],
    ['ArnNotEquals', 'arn:aws:iam::1:role/*', 'arn:aws:iam::2:role/app', 'arn:aws:iam::1:role/app'],
    ['ArnNotLike', 'arn:aws:iam::1:role/*', 'arn:aws:iam::2:role/app', 'arn:aws:iam::1:role/app'],
    ['NumericEquals', '7', '7', '8'],
    ['NumericNotEquals', '7', '8', '7'],
    ['NumericLessThan', '7', '6', '7'],
    ['NumericLessThanEquals', '7', '7', '8'],
    ['NumericGreaterThan', '7', '8', '7'],
    ['NumericGreaterThanEquals', '7', '7', '6'],
    ['DateEquals', '2026-11-22', '2026-11-22', '2026-11-23'],
    ['DateNotEquals', '2026-11-22', '2026-11-23', '2026-11-22'],
    ['DateLessThan', '2026-11-22', '2026-11-21', '2026-11-22'],
    ['DateLessThanEquals', '2026-11-22', '2026-11-22', '2026-11-23'],
    ['DateGreaterThan', '2026-11-22', '2026-11-23', '2026-11-22'],
    ['DateGreaterThanEquals', '2026-11-22', '2026-11-22', '2026-11-21'],
    ['Bool', 'true', 'true', 'false'],
    ['BinaryEquals', 'QUJD', 'QUJD', 'QUI='],
    ['IpAddress', '10.0.0.0/8', '10.1.2.3', '11.1.2.3'],
    ['NotIpAddress', '10.0.0.0/8', '11.1.2.3', '10.1.2.3'],
  ])('%s %j: any value of %s and %s, but not all', (operator, wanted, fits, fails) => {
    const ask = (form: string, ...values: string[]) => isMatch(form, wanted, { 'x:Key': values });
    for (const suffix of ['', 'IfExists']) {
      const [any, all] = [`ForAnyValue:${operator}${suffix}`, `ForAllValues:${operator}${suffix}`];
      expect([ask(any, fails, fits), ask(any, fails, fails)]).toEqual([true, false]);
      expect([ask(all, fits, fits), ask(all, fits, fails)]).toEqual([true, false]);
    }
  });

  it('are needed for several values: without one nothing is equal', () => {
    const known = { 'x:Key': ['a', 'b'] };
    expect(isMatch('StringEquals', ['a', 'b'], known)).toBe(false);
    expect(isMatch('StringNotEquals', ['c'], known)).toBe(true);
    expect(isMatch('StringEqualsIfExists', ['a', 'b'], known)).toBe(false);
  });

  it('are not needed for a list of one', () => {
    expect(isMatch('StringEquals', 'a', { 'x:Key': ['a'] })).toBe(true);
  });
});

describe('several values of the policy (fact: authorization 6)', () => {
  it('are joined by OR, for negated operators by NOR', () => {
    expect(isMatch('StringEquals', ['a', 'b'], { 'x:Key': 'b' })).toBe(true);
    expect(isMatch('StringNotEquals', ['a', 'b'], { 'x:Key': 'b' })).toBe(false);
    expect(isMatch('StringNotEquals', ['a', 'b'], { 'x:Key': 'c' })).toBe(true);
  });

  it('count as none where they are not of the type', () => {
    expect(isMatch('NumericEquals', ['x', '7'], { 'x:Key': '7' })).toBe(true);
    expect(isMatch('NumericNotEquals', ['x', '7'], { 'x:Key': '7' })).toBe(false);
    expect(isMatch('NumericNotEquals', ['x'], { 'x:Key': '7' })).toBe(true);
  });
});

describe('variables in values (fact: authorization 5)', () => {
  const known = { 'aws:username': 'alice', 'aws:PrincipalTag/limit': '7', 'aws:PrincipalTag/mfa': 'true' };

  it.each<[string, unknown, string, Answer]>([
    ['StringEquals', '${aws:username}', 'alice', 'yes'],
    ['StringEquals', 'home/${aws:username}', 'home/bob', 'no'],
    ['StringLike', '${aws:username}/*', 'alice/x', 'yes'],
    ['StringNotEquals', '${aws:username}', 'alice', 'no'],
    ['StringNotEquals', '${aws:username}', 'bob', 'yes'],
    ['StringEqualsIgnoreCase', '${aws:username}', 'ALICE', 'yes'],
    ['ArnLike', 'arn:aws:iam::1:user/${aws:username}', 'arn:aws:iam::1:user/alice', 'yes'],
    ['ArnNotEquals', 'arn:aws:iam::1:user/${aws:username}', 'arn:aws:iam::1:user/bob', 'yes'],
    ['Bool', '${aws:PrincipalTag/mfa}', 'true', 'yes'],
    ['Bool', '${aws:PrincipalTag/mfa}', 'false', 'no'],
    ['Bool', '${aws:username}', 'true', 'no'],
    ['StringEquals', "${aws:PrincipalTag/none, 'all'}", 'all', 'yes'],
    ['NumericEquals', '${aws:PrincipalTag/limit}', '7', 'no'],
    ['DateEquals', '${aws:PrincipalTag/limit}', '7', 'no'],
    ['IpAddress', '${aws:PrincipalTag/limit}', '10.0.0.1', 'no'],
    ['BinaryEquals', '${aws:PrincipalTag/limit}', 'QUJD', 'no'],
    // A variable without a value: neither the comparison nor its negation matches.
    ['StringEquals', '${aws:PrincipalTag/none}', 'x', 'no'],
    ['StringNotEquals', '${aws:PrincipalTag/none}', 'x', 'no'],
    ['StringEquals', ['${aws:PrincipalTag/none}', 'x'], 'x', 'yes'],
    ['StringNotEquals', ['${aws:PrincipalTag/none}', 'y'], 'x', 'no'],
    ['StringNotLike', ['y', '${aws:PrincipalTag/none}'], 'x', 'no'],
    ['ForAllValues:StringEquals', '${aws:PrincipalTag/none}', 'x', 'no'],
    // A variable that is not known yet.
    ['StringEquals', '${x:later}', 'x', 'depends'],
    ['StringEquals', ['${x:later}', 'x'], 'x', 'yes'],
    ['StringEquals', ['${x:later}', 'y'], 'x', 'depends'],
    ['StringNotEquals', '${x:later}', 'x', 'depends'],
    ['StringNotEquals', ['${x:later}', 'x'], 'x', 'no'],
    ['ForAnyValue:StringLike', ['${x:later}*'], 'x', 'depends'],
  ])('%s %j with %s: %s', (operator, values, value, expected) => {
    expect(answer(operator, values, { known: { ...known, 'x:Key': value }, unknown: ['x:later'] })).toBe(
      expected,
    );
  });

  it('join several request values in three-valued logic', () => {
    const input = { known: { 'x:Key': ['x', 'y'] }, unknown: ['x:later'] };
    expect(answer('ForAllValues:StringEquals', ['${x:later}', 'x'], input)).toBe('depends');
    expect(answer('ForAnyValue:StringEquals', ['${x:later}', 'x'], input)).toBe('yes');
    expect(answer('ForAnyValue:StringEquals', ['${x:later}'], input)).toBe('depends');
    expect(answer('ForAllValues:StringNotEquals', ['${x:later}', 'x'], input)).toBe('no');
  });
});

describe('names', () => {
  it('of keys do not depend on letter case', () => {
    expect(isMatch('StringEquals', 'v', { 'X:kEY': 'v' })).toBe(true);
  });

  it('that are no operators never match', () => {
    const unknown = [
      'StringSame',
      'ForSomeValues:StringEquals',
      'NullIfExists',
      'ForAnyValue:Null',
      'IfExists',
    ];
    expect(unknown.map((name) => answer(name, 'v', { known: { 'x:Key': 'v' } }))).toEqual(
      Array(5).fill('no'),
    );
    expect(unknown.map((name) => answer(name, 'v', { unknown: ['x:Key'] }))).toEqual(Array(5).fill('no'));
  });
});
