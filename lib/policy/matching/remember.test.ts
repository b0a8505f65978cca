import { describe, expect, it } from 'vitest';
import { rememberLast } from './remember';

describe('rememberLast', () => {
  it('computes an answer when the question is another than the last, and only then', () => {
    const computed: string[] = [];
    const shout = rememberLast((text: string) => {
      computed.push(text);
      return text.toUpperCase();
    });
    expect(['a', 'a', 'b', 'a', 'a'].map(shout)).toEqual(['A', 'A', 'B', 'A', 'A']);
    expect(computed).toEqual(['a', 'b', 'a']);
  });

  it('remembers that there is no answer', () => {
    let computed = 0;
    const nothing = rememberLast((_key: undefined) => {
      computed++;
      return undefined;
    });
    expect([nothing(undefined), nothing(undefined), computed]).toEqual([undefined, undefined, 1]);
  });
});
