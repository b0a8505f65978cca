import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fitted } from './fitted';
import { problemSentence, type Read } from './problem';

const schema = z.strictObject({ names: z.array(z.string({ error: 'a name' })) }, { error: 'an order' });

const sentence = (read: Read<unknown>) => (read.ok ? 'fits' : problemSentence(read.problem));

describe('a value from outside', () => {
  it('is given back when it fits', () => {
    expect(fitted('order', { names: ['a'] }, schema)).toEqual({ ok: true, value: { names: ['a'] } });
  });

  it.each([
    [undefined, 'The order cannot be read: expected an order, found nothing.'],
    [{ names: ['a', 7] }, 'The order, names, 2 cannot be read: expected a name, found 7.'],
    [{ names: [], more: 1 }, 'The order cannot be read: expected known members only, found more.'],
    [
      { names: [{ a: 1, b: 2 }] },
      'The order, names, 1 cannot be read: expected a name, found an object with a, b.',
    ],
    [['x'], 'The order cannot be read: expected an order, found a list of 1.'],
    [
      'y'.repeat(70),
      `The order cannot be read: expected an order, found "${'y'.repeat(60)}..." (70 characters).`,
    ],
  ])('that does not is told where, what was expected and what was found: %j', (value, said) => {
    expect(sentence(fitted('order', value, schema))).toBe(said);
  });

  it('may not be so deep that reading it would overflow the stack', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(sentence(fitted('order', deep, schema))).toBe(
      'The order cannot be read: expected at most 40 levels, found more.',
    );
  });
});
