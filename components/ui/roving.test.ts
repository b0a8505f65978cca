import { describe, expect, it } from 'vitest';
import { roved, typedTo } from './roving';

describe('roving focus', () => {
  it('moves along its axis, around the ends, and to the ends', () => {
    const keys = ['ArrowRight', 'ArrowLeft', 'Home', 'End', 'ArrowDown', 'Tab', 'a'];
    expect(keys.map((key) => roved(key, 2, 3, 'horizontal'))).toEqual([
      0,
      1,
      0,
      2,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('takes up and down when it stands upright', () => {
    expect(roved('ArrowUp', 0, 4, 'vertical')).toBe(3);
    expect(roved('ArrowLeft', 0, 4, 'vertical')).toBeUndefined();
  });

  it('moves nothing where there is nothing', () => {
    expect(roved('Home', 0, 0, 'vertical')).toBeUndefined();
  });

  it('finds the next label by its first letter, past the current one and around', () => {
    const labels = ['eu-central-1', 'eu-west-1', 'us-east-1'];
    expect(['e', 'E', 'u', 'x', 'Enter', ' '].map((key) => typedTo(key, 0, labels))).toEqual([
      1,
      1,
      2,
      undefined,
      undefined,
      undefined,
    ]);
    expect(typedTo('e', 1, labels)).toBe(0);
  });
});
