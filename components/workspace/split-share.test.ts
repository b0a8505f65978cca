import { describe, expect, it } from 'vitest';
import { splitAt, splitMoved } from './split-share';

describe('the divider between stage and console', () => {
  it('moves by keys and keeps a piece of both', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'Home', 'End', 'ArrowLeft'];
    expect(keys.map((key) => splitMoved(key, 52))).toEqual([48, 56, 15, 85, undefined]);
    expect([splitMoved('ArrowUp', 16), splitMoved('ArrowDown', 84)]).toEqual([15, 85]);
  });

  it('follows the pointer within its bounds', () => {
    expect([300, 0, 900].map((y) => splitAt(y, 100, 500))).toEqual([40, 15, 85]);
    expect(splitAt(10, 0, 0)).toBe(50);
  });
});
