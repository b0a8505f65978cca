import { describe, expect, it } from 'vitest';
import { actOfKey, type ConsoleKey } from './console-keys';

const plain: ConsoleKey = {
  key: '',
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  selectionStart: 3,
  selectionEnd: 3,
};
const control = { ctrlKey: true };
const shift = { shiftKey: true };
const selection = { selectionStart: 0 };

function act(key: Partial<ConsoleKey>, text = 'aws', choosing = false) {
  return actOfKey({ ...plain, ...key }, { text, choosing, isComplete: (source) => !source.endsWith('\\') });
}

describe('a key in the input of the console', () => {
  it.each([
    ['Tab completes', { key: 'Tab' }, 'complete'],
    ['Shift Tab goes back in the page', { key: 'Tab', ...shift }, undefined],
    ['Escape closes', { key: 'Escape' }, 'escape'],
    ['Enter runs', { key: 'Enter' }, 'run'],
    ['Shift Enter adds a line', { key: 'Enter', ...shift }, undefined],
    ['Control C stops', { key: 'c', ...control }, 'stop'],
    ['Control C copies what is selected', { key: 'c', ...control, ...selection }, undefined],
    ['Control L clears', { key: 'l', ...control }, 'clear'],
    ['Control R searches', { key: 'r', ...control }, 'search'],
    ['Control V pastes', { key: 'v', ...control }, undefined],
    ['up recalls', { key: 'ArrowUp' }, 'older'],
    ['down comes back', { key: 'ArrowDown' }, 'newer'],
    ['up with a selection moves the caret', { key: 'ArrowUp', ...selection }, undefined],
    ['Shift up selects', { key: 'ArrowUp', ...shift }, undefined],
    ['a letter is typed', { key: 'a' }, undefined],
    ['Enter ends a character of several keys', { key: 'Enter', isComposing: true }, undefined],
    ['Alt and Meta belong to the browser', { key: 'Enter', altKey: true, metaKey: true }, undefined],
  ])('%s', (_, key, expected) => {
    expect(act(key)).toBe(expected);
  });

  it('Enter goes on where the command is not complete', () => {
    expect(act({ key: 'Enter' }, 'aws \\')).toBe(undefined);
  });

  it('arrows walk only from the first line and the last', () => {
    expect([
      act({ key: 'ArrowUp', selectionStart: 6, selectionEnd: 6 }, 'one\ntwo'),
      act({ key: 'ArrowDown' }, 'one\ntwo'),
    ]).toEqual([undefined, undefined]);
  });

  it('arrows and Enter choose while suggestions are shown', () => {
    expect(['ArrowDown', 'ArrowUp', 'Enter'].map((key) => act({ key }, 'aws', true))).toEqual([
      'next',
      'previous',
      'accept',
    ]);
  });
});
