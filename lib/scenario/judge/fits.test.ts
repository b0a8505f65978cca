import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matcher } from '../schema';
import { fits } from './fits';

describe('a value fits', () => {
  it.each<[Matcher, unknown]>([
    ['a', 'a'],
    [null, null],
    [{}, { a: 1 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: { b: 'c' } }, { a: { b: 'c', d: 1 } }],
    [['b'], ['a', 'b']],
    [[], []],
    ['AQID', new Uint8Array([1, 2, 3])],
    [{ $gt: 1 }, 2],
    [{ $gte: 2, $lt: 3 }, '2'],
    [{ $contains: 'b' }, 'abc'],
    [{ $startsWith: 'mrk-' }, 'mrk-1'],
    [{ $oneOf: ['a', 'b'] }, 'b'],
    [{ $absent: true }, undefined],
    [{ a: { $absent: true } }, {}],
    [{ $not: true }, undefined],
    [{ a: { $not: { $contains: 'x' } } }, { a: 'abc' }],
    [{ $some: { a: 1 } }, [{ a: 2 }, { a: 1, b: 2 }]],
    [{ $some: 'kms:*' }, 'kms:*'],
    [{ $every: { a: { $gt: 0 } } }, [{ a: 1 }, { a: 2 }]],
    [{ Grants: { $none: { Operations: ['Decrypt'] } } }, { Grants: [{ Operations: ['Encrypt'] }] }],
    [{ $none: {} }, undefined],
    [{ $count: 2 }, ['a', 'b']],
    [{ $count: { $lt: 1 } }, undefined],
    [{ $json: { Statement: { $none: { Effect: 'Deny' } } } }, '{"Statement":[{"Effect":"Allow"}]}'],
  ])('%j of %j', (wanted, found) => {
    expect(fits(wanted, found)).toBe(true);
  });

  it.each<[Matcher, unknown]>([
    ['a', 'b'],
    ['1', 1],
    [{ a: 1 }, undefined],
    [{ a: 1 }, []],
    [
      ['a', 'c'],
      ['a', 'b'],
    ],
    [{ $gt: 2 }, 2],
    [{ $gt: 2 }, undefined],
    [{ $gt: 2 }, ''],
    [{ $contains: 'b' }, undefined],
    [{ $oneOf: [] }, 'a'],
    [{ $absent: false }, undefined],
    [{ $some: { a: 1 } }, undefined],
    [{ $every: { a: 1 } }, [{ a: 1 }, { a: 2 }]],
    [{ $every: { a: 1 } }, []],
    [{ $none: { a: 1 } }, [{ a: 2 }, { a: 1 }]],
    [{ $count: 2 }, ['a']],
    [{ $json: {} }, '{'],
    [{ $json: {} }, { a: 1 }],
    [{ toString: { $absent: false } }, {}],
  ])('%j of %j does not', (wanted, found) => {
    expect(fits(wanted, found)).toBe(false);
  });

  it('itself, whatever it is', () => {
    const plain = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('$'));
    fc.assert(
      fc.property(plain, (value) => {
        expect(fits(value as Matcher, value)).toBe(true);
      }),
    );
  });
});
