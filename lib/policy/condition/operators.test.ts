import { describe, expect, it } from 'vitest';
import { conditionOperators, parseOperator } from './operators';

describe('conditionOperators', () => {
  it('are all operators of AWS (fact: authorization 6)', () => {
    const ordered = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];
    expect(Object.keys(conditionOperators).toSorted()).toEqual(
      [
        'StringEquals',
        'StringNotEquals',
        'StringEqualsIgnoreCase',
        'StringNotEqualsIgnoreCase',
        'StringLike',
        'StringNotLike',
        ...ordered.map((name) => `Numeric${name}`),
        ...ordered.map((name) => `Date${name}`),
        'Bool',
        'BinaryEquals',
        'IpAddress',
        'NotIpAddress',
        'ArnEquals',
        'ArnLike',
        'ArnNotEquals',
        'ArnNotLike',
        'Null',
      ].toSorted(),
    );
  });

  it('say which family they are of and which take variables', () => {
    const described = Object.entries(conditionOperators).map(
      ([name, { family, variables }]) => `${name} ${family}${variables ? ' with variables' : ''}`,
    );
    expect(described).toEqual([
      'StringEquals String with variables',
      'StringNotEquals String with variables',
      'StringEqualsIgnoreCase String with variables',
      'StringNotEqualsIgnoreCase String with variables',
      'StringLike String with variables',
      'StringNotLike String with variables',
      'NumericEquals Numeric',
      'NumericNotEquals Numeric',
      'NumericLessThan Numeric',
      'NumericLessThanEquals Numeric',
      'NumericGreaterThan Numeric',
      'NumericGreaterThanEquals Numeric',
      'DateEquals Date',
      'DateNotEquals Date',
      'DateLessThan Date',
      'DateLessThanEquals Date',
      'DateGreaterThan Date',
      'DateGreaterThanEquals Date',
      'Bool Bool with variables',
      'BinaryEquals Binary',
      'IpAddress IpAddress',
      'NotIpAddress IpAddress',
      'ArnEquals Arn with variables',
      'ArnLike Arn with variables',
      'ArnNotEquals Arn with variables',
      'ArnNotLike Arn with variables',
      'Null Null',
    ]);
  });
});

describe('parseOperator', () => {
  const parts = (text: string) => {
    const parsed = parseOperator(text);
    return parsed && [parsed.qualifier, parsed.name, parsed.ifExists];
  };

  it.each([
    ['StringEquals', [undefined, 'StringEquals', false]],
    ['StringEqualsIfExists', [undefined, 'StringEquals', true]],
    ['ForAnyValue:StringLike', ['ForAnyValue', 'StringLike', false]],
    ['ForAllValues:StringLikeIfExists', ['ForAllValues', 'StringLike', true]],
    ['forallvalues:stringlikeifexists', ['ForAllValues', 'StringLike', true]],
    ['bool', [undefined, 'Bool', false]],
    ['Null', [undefined, 'Null', false]],
    ['NullIfExists', undefined],
    ['ForAllValues:Null', undefined],
    ['ForSomeValues:StringLike', undefined],
    [':StringLike', undefined],
    ['StringLike:', undefined],
    ['', undefined],
    ['toString', undefined],
  ])('takes %s apart', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
});
