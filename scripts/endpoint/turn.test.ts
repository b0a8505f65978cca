import { expect, it } from 'vitest';
import { endOfTurn } from './turn';

it('all that is worked on in one turn waits for the same end, and goes on in its order', async () => {
  const order: string[] = [];
  const worked = async (name: string) => {
    order.push(`${name} in`);
    await endOfTurn();
    order.push(`${name} out`);
  };
  await Promise.all([worked('a'), worked('b'), worked('c')]);
  expect(order).toEqual(['a in', 'b in', 'c in', 'a out', 'b out', 'c out']);
  const [one, another] = [endOfTurn(), endOfTurn()];
  expect(another).toBe(one);
  await one;
  expect(endOfTurn()).not.toBe(one);
});
