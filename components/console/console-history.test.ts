import { describe, expect, it } from 'vitest';
import { atDraft, searchHistory, walked, walks } from './console-history';

const history = ['aws kms list-keys', 'ls', 'ls', 'aws kms list-aliases'];

describe('the history of the console', () => {
  it('walks to older sources, once over repeats, and stops at the oldest', () => {
    const seen: string[] = [];
    let place = walked(atDraft, history, 'aws k', 'older');
    while (place) {
      seen.push(place.text);
      place = walked(place.walk, history, place.text, 'older');
    }
    expect(seen).toEqual(['aws kms list-aliases', 'ls', 'aws kms list-keys']);
  });

  it('comes back to what was being typed', () => {
    const older = walked(atDraft, history, 'aws k', 'older');
    expect(older && walked(older.walk, history, older.text, 'newer')).toEqual({
      walk: { at: 0, draft: 'aws k' },
      text: 'aws k',
    });
    expect(walked(atDraft, history, 'aws k', 'newer')).toBeUndefined();
  });

  it('finds sources by any of their letters, newest first, each once', () => {
    expect(searchHistory(history, 'LIST')).toEqual(['aws kms list-aliases', 'aws kms list-keys']);
    expect(searchHistory(history, '')).toEqual(['aws kms list-aliases', 'ls', 'aws kms list-keys']);
  });

  it('leaves the arrows to the text while there are lines to move through', () => {
    const text = 'one\ntwo';
    expect(walks('ArrowUp', text, 2)).toBe('older');
    expect(walks('ArrowUp', text, 5)).toBeUndefined();
    expect(walks('ArrowDown', text, 2)).toBeUndefined();
    expect(walks('ArrowDown', text, 5)).toBe('newer');
    expect(walks('ArrowLeft', text, 5)).toBeUndefined();
  });
});
