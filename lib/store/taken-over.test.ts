import { describe, expect, it } from 'vitest';
import { takenOver } from './taken-over';

const before = {
  map: {
    regions: [
      { id: 'a', keys: [1, 2] },
      { id: 'b', keys: [] },
    ],
  },
  at: 3,
  note: undefined,
};

describe('what the screen takes over from before', () => {
  it('is everything where nothing changed', () => {
    expect(takenOver(before, structuredClone(before))).toBe(before);
  });

  it('is all but the way to what changed', () => {
    const next = structuredClone(before);
    next.map.regions[0]?.keys.push(3);
    const taken = takenOver(before, next);
    expect(taken).toEqual(next);
    expect(taken.map).not.toBe(before.map);
    expect(taken.map.regions[1]).toBe(before.map.regions[1]);
  });

  it('sees what was added, left out, cut short and turned into something else', () => {
    for (const after of [
      { ...before, more: 1 },
      { map: before.map, at: 3 },
      { ...before, map: { regions: [] } },
      { ...before, map: [] },
      { ...before, at: undefined },
      { ...before, map: new Uint8Array([1]) },
      [],
      undefined,
    ]) {
      expect(takenOver(before, after)).toEqual(after);
      expect(takenOver(before, after)).not.toBe(before);
    }
  });

  it('is nothing of what is no plain data', () => {
    const [one, other] = [new Uint8Array([1]), new Uint8Array([1])];
    expect(takenOver({ one }, { one: other }).one).toBe(other);
  });
});
