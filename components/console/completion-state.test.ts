import { describe, expect, it } from 'vitest';
import { accepted, type CompletionState, completionAfter, noCompletion, tabbed } from './completion-state';

function asked(text: string, items: readonly string[], caret = text.length): CompletionState {
  const from = text.slice(0, caret).lastIndexOf(' ') + 1;
  const view = { from, to: caret, items: items.map((item) => ({ text: item })) };
  const typed = completionAfter(noCompletion, { kind: 'typed', text, caret });
  return completionAfter(typed, { kind: 'answered', text, caret, view });
}

describe('completion in the console', () => {
  it('puts in the only suggestion, with a space after it', () => {
    expect(tabbed(asked('aws kms desc', ['describe-key']))).toEqual({
      text: 'aws kms describe-key ',
      caret: 21,
    });
  });

  it('adds no space before one, nor after a folder', () => {
    expect(tabbed(asked('aws km list-keys', ['kms'], 6))).toEqual({ text: 'aws kms list-keys', caret: 7 });
    expect(tabbed(asked('cat in', ['inbox/']))).toEqual({ text: 'cat inbox/', caret: 10 });
  });

  it('puts in what all suggestions share, then opens the list', () => {
    const state = asked('aws kms list-k', ['list-key-policies', 'list-key-rotations', 'list-keys']);
    expect(tabbed(state)).toEqual({ text: 'aws kms list-key', caret: 16 });
    expect(tabbed(asked('aws kms list-key', ['list-key-policies', 'list-keys']))).toBe('open');
  });

  it('chooses in the open list with the arrows, around its ends', () => {
    const state = asked('aws kms list-key', ['list-key-policies', 'list-keys']);
    const view = state.view ?? { from: 0, to: 0, items: [] };
    const opened = completionAfter(state, { kind: 'opened', view });
    const moved = completionAfter(opened, { kind: 'moved', by: -1 });
    expect([opened.index, moved.index]).toEqual([0, 1]);
    expect(tabbed(moved)).toEqual({ text: 'aws kms list-keys ', caret: 18 });
    expect(accepted(moved, 0)?.text).toBe('aws kms list-key-policies ');
  });

  it('is no keyboard trap: Tab leaves an empty line, a line without suggestions, and after Escape', () => {
    expect(tabbed(asked('  ', ['aws']))).toBe('leave');
    expect(tabbed(asked('aws zzz', []))).toBe('leave');
    const escaped = completionAfter(asked('aws kms desc', ['describe-key']), { kind: 'escaped' });
    expect(tabbed(escaped)).toBe('leave');
  });

  it('waits for an answer that is still on its way, unless Escape was pressed', () => {
    const typed = completionAfter(noCompletion, { kind: 'typed', text: 'aws', caret: 3 });
    expect(tabbed(typed)).toBe('wait');
    expect(tabbed(completionAfter(typed, { kind: 'escaped' }))).toBe('leave');
  });

  it('needs two Escapes to leave when the list is open: the first closes it', () => {
    const state = asked('aws kms list-key', ['list-key-policies', 'list-keys']);
    const opened = completionAfter(state, {
      kind: 'opened',
      view: state.view ?? { from: 0, to: 0, items: [] },
    });
    const closed = completionAfter(opened, { kind: 'escaped' });
    expect([closed.open, closed.leaving]).toEqual([false, false]);
    expect(completionAfter(closed, { kind: 'escaped' }).leaving).toBe(true);
  });

  it('forgets Escape once something is typed, and answers that come too late', () => {
    const escaped = completionAfter(asked('aws', ['aws']), { kind: 'escaped' });
    const typed = completionAfter(escaped, { kind: 'typed', text: 'aws k', caret: 5 });
    const late = completionAfter(typed, {
      kind: 'answered',
      text: 'aws',
      caret: 3,
      view: { from: 0, to: 3, items: [{ text: 'awsx' }] },
    });
    expect([typed.leaving, late.view]).toEqual([false, undefined]);
  });
});
