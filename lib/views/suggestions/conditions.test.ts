import { describe, expect, it } from 'vitest';
import type { ElementTrace } from '../../policy';
import { valuesFor } from './conditions';
import { listOf } from './json-document';

type Case = readonly [
  operator: string,
  found: readonly string[],
  held: unknown,
  how: string,
  values: unknown,
];

function changeOf([operator, found, held]: Case, holds: boolean) {
  const wanted = listOf(held).map(String);
  const element: ElementTrace = {
    element: 'Condition',
    result: holds ? 'no' : 'yes',
    explain: '',
    operator,
    key: 'k',
    wanted,
    found,
    depends: [],
  };
  const change = valuesFor(element, held, holds);
  return change && [change.how, change.values];
}

const NOON = '2026-11-22T12:00:00Z';

describe('the values with which a condition holds', () => {
  it.each<Case>([
    ['NumericGreaterThan', ['7'], 7, 'limit', 6],
    ['NumericGreaterThanEquals', ['7'], '14', 'limit', '7'],
    ['NumericLessThan', ['7'], ['3', '5'], 'limit', '8'],
    ['NumericLessThanEqualsIfExists', ['7'], '5', 'limit', '7'],
    ['NumericEquals', ['7'], '30', 'accept', ['30', '7']],
    ['NumericNotEquals', ['7'], ['30', '7.0'], 'without', '30'],
    ['DateLessThan', [NOON], '2026-01-01', 'limit', '2026-11-23T00:00:00Z'],
    ['DateGreaterThan', [NOON], '2027-01-01', 'limit', '2026-11-22T00:00:00Z'],
    ['DateNotEquals', [NOON], [NOON, '2026-12-24'], 'without', '2026-12-24'],
    ['StringEquals', ['a'], ['b', 'c'], 'accept', ['b', 'c', 'a']],
    ['ForAllValues:StringEquals', ['a', 'b', 'c'], 'b', 'accept', ['b', 'a', 'c']],
    ['StringNotEqualsIgnoreCase', ['a'], ['A', 'b', 'c'], 'without', ['b', 'c']],
    ['Bool', ['true'], 'false', 'accept', 'true'],
  ])('%s: with %j found, %j becomes by "%s" %j', (...row) => {
    expect(changeOf(row, true)).toEqual([row[3], row[4]]);
  });

  it.each<Case>([
    ['NumericLessThan', ['7'], '30', 'limit', '7'],
    ['NumericLessThanEquals', ['7'], ['10', '30'], 'limit', '6'],
    ['NumericGreaterThan', ['7'], 1, 'limit', 7],
    ['NumericGreaterThanEquals', ['7'], '1', 'limit', '8'],
    ['NumericEquals', ['7'], ['7', '8'], 'without', '8'],
    ['NumericNotEquals', ['7'], [30, 90], 'accept', [30, 90, 7]],
    ['DateGreaterThan', [NOON], '2026-01-01', 'limit', '2026-11-23T00:00:00Z'],
    ['StringNotLike', ['a'], 'b*', 'accept', ['b*', 'a']],
  ])('may be made not to: %s: with %j found, %j becomes by "%s" %j', (...row) => {
    expect(changeOf(row, false)).toEqual([row[3], row[4]]);
  });

  it('are none where the key is missing, a list would be left empty, or there is more than one value to keep', () => {
    const rows: readonly [Case, boolean][] = [
      [['StringEquals', [], 'a', '', ''], true],
      [['Null', [], 'true', '', ''], true],
      [['NumericLessThan', ['many'], '7', '', ''], true],
      [['ForAnyValue:NumericLessThan', ['7', '8'], '5', '', ''], true],
      [['StringNotEquals', ['a'], 'a', '', ''], true],
      [['ForAnyValue:StringEquals', ['a', 'b'], ['a', 'c'], '', ''], false],
      [['StringLike', ['abc'], ['a*', 'b'], '', ''], false],
      [['BinaryEquals', ['YQ=='], 'Yg==', '', ''], true],
      [['NoOperator', ['a'], 'b', '', ''], true],
    ];
    expect(rows.map(([row, holds]) => changeOf(row, holds))).toEqual(rows.map(() => undefined));
  });
});
