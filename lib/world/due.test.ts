import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Due, DueQueue } from './due';

describe('the queue of what comes due', () => {
  it('gives the soonest first, and at one moment by table and id', () => {
    const due = fc.record({
      atMs: fc.integer({ min: 0, max: 5 }),
      table: fc.constantFrom('keys', 'grants'),
      id: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(due), (dues) => {
        const queue = new DueQueue();
        for (const one of dues) queue.push(one);
        const given: string[] = [];
        for (let next = queue.pop(); next; next = queue.pop()) given.push(nameOf(next));
        expect(given).toEqual([...new Set(dues.map(nameOf))].sort());
      }),
    );
  });

  it('keeps one entry however often the same thing is put in', () => {
    const queue = new DueQueue();
    for (let i = 0; i < 1000; i++) queue.push({ atMs: 7, table: 'keys', id: 'a' });
    expect(queue.size).toBe(1);
    queue.pop();
    queue.push({ atMs: 7, table: 'keys', id: 'a' });
    expect([queue.size, queue.peek()]).toEqual([1, { atMs: 7, table: 'keys', id: 'a' }]);
  });

  it('has nothing to give when it is empty', () => {
    const queue = new DueQueue();
    expect([queue.peek(), queue.pop(), queue.size]).toEqual([undefined, undefined, 0]);
  });
});

function nameOf({ atMs, table, id }: Due): string {
  return `${atMs} ${table} ${id}`;
}
