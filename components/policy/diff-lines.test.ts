import { describe, expect, it } from 'vitest';
import type { DiffLineView } from '../../lib/views';
import { shownLines } from './diff-lines';

const same = (text: string): DiffLineView => ({ mark: 'same', text });

describe('the lines of a change', () => {
  it('fold what is far from it into one gap on each side', () => {
    const lines = [...'abcde'].map(same);
    const added = { mark: 'added', text: 'new' } as const;
    const shown = shownLines([...lines, added, ...lines]).map((line) => line?.text ?? '…');
    expect(shown).toEqual(['…', 'd', 'e', 'new', 'a', 'b', '…']);
  });
});
