import { describe, expect, it } from 'vitest';
import { isAddress } from './ip';

describe('isAddress (fact: authorization 6)', () => {
  it.each([
    ['203.0.113.7', true],
    ['2001:db8::1', true],
    ['::ffff:10.0.0.1', true],
    ['203.0.113.0/24', false],
    ['203.0.113', false],
    ['203.0.113.256', false],
    ['localhost', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(isAddress(text)).toBe(expected);
  });
});
