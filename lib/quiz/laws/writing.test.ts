import { describe, expect, it } from 'vitest';
import { MATCHING, quizItem } from '../quiz-items.testkit';
import { balanceLaws, wordingLaws } from './writing';

const option = (id: string, text: string, more: object = { misconception: 'm', rightWhen: 'w' }) => ({
  id,
  text,
  why: 'y',
  ...more,
});
const whats = (change: object) => wordingLaws(quizItem(change)).map(({ where, what }) => `${where}: ${what}`);

describe('the wording of an item', () => {
  it('is fine where nothing gives the answer away', () => {
    expect(whats({})).toEqual([]);
  });

  it.each([
    [{ stem: 'word '.repeat(121) }, ['quiz, which-key: expected a stem of at most 120 words, found 121']],
    [
      { options: [option('a', 'The key A', {}), option('b', 'All of the above')] },
      ['quiz, which-key, b: expected an option of its own, found "All of the above"'],
    ],
    [
      { type: 'multiple', choose: 2, key: ['a', 'b'], stem: 'Which keys?' },
      ['quiz, which-key: expected the stem to say that two are to be chosen'],
    ],
    [
      { options: [option('a', 'Key A', {}), option('b', 'Key B', {})] },
      [
        'quiz, which-key, b: expected its misconception, found nothing',
        'quiz, which-key, b: expected when it would be right, found nothing',
      ],
    ],
    [
      { options: [option('a', 'A key', {}), option('b', 'Always key B'), option('c', 'Never a key')] },
      ['quiz, which-key: absolute words stand in the wrong options alone: b, c'],
    ],
    [
      {
        options: [
          option('a', `Key A ${'because '.repeat(4)}`, {}),
          option('b', 'Key B'),
          option('c', 'Key C'),
        ],
      },
      ['quiz, which-key: expected the right option to be shorter, found 38 letters beside 5'],
    ],
    [
      { options: [option('a', 'Key A', {}), option('b', 'The key of the other account')] },
      ['quiz, which-key: expected the right option to be longer, found 5 letters beside 28'],
    ],
    [
      { type: 'order', key: ['a', 'b', 'c'] },
      ['quiz, which-key: expected the options in another order than the key'],
    ],
    [MATCHING, ['quiz, which-key: expected the targets in another order than the options']],
    [
      { type: 'hotspot', key: ['a', 'b'], stem: 'Where?' },
      ['quiz, which-key: expected the stem to say that two are to be chosen'],
    ],
  ])('%j gives something away', (change, expected) => {
    expect(whats(change)).toEqual(expected);
  });
});

describe('a bank of items', () => {
  const bank = (keys: readonly string[]) => keys.map((key, at) => quizItem({ id: `item-${at}`, key: [key] }));

  it('is balanced', () => {
    expect(balanceLaws(bank(['a', 'b', 'c', 'a']))).toEqual([]);
  });

  it('of two items says nothing yet', () => {
    expect(balanceLaws(bank(['b', 'b']))).toEqual([]);
  });

  it('has no favourite place, nor a favourite length', () => {
    expect(balanceLaws(bank(['b', 'b', 'b', 'a'])).map(({ what }) => what)).toEqual([
      'the longest option is right in item-0, item-1, item-2',
      'the key stands in place 2 in item-0, item-1, item-2',
    ]);
  });
});
