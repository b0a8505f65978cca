import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuizItemView, QuizResultView } from '../views';
import { isRight, keyOf, questionOf, resultOf } from './marking';
import { MATCHING, quizItem } from './quiz-items.testkit';

const chosen = (...ids: string[]) => ({ chosen: ids, matched: {} });

describe('an answer is right', () => {
  it('all or nothing: every right option and no other', () => {
    const two = quizItem({ type: 'multiple', choose: 2, stem: 'Choose two.', key: ['a', 'c'] });
    expect(isRight(two, chosen('c', 'a'))).toBe(true);
    for (const answer of [chosen(), chosen('a'), chosen('a', 'b'), chosen('a', 'b', 'c'), chosen('a', 'a')]) {
      expect(isRight(two, answer)).toBe(false);
    }
  });

  it('in order, where order is asked', () => {
    const order = quizItem({ type: 'order', key: ['b', 'a', 'c'] });
    expect(isRight(order, chosen('b', 'a', 'c'))).toBe(true);
    expect(isRight(order, chosen('a', 'b', 'c'))).toBe(false);
  });

  it('with every pair, where pairs are asked', () => {
    const match = quizItem(MATCHING);
    expect(isRight(match, { chosen: [], matched: { a: 'x', b: 'y' } })).toBe(true);
    expect(isRight(match, { chosen: [], matched: { a: 'x' } })).toBe(false);
    expect(isRight(match, { chosen: [], matched: { a: 'y', b: 'x' } })).toBe(false);
  });

  it('when it is the key, and only then', () => {
    const item = quizItem();
    expect(isRight(item, keyOf(item))).toBe(true);
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'c']), (ids) => {
        expect(isRight(item, chosen(...ids))).toBe(ids.join() === 'a');
      }),
    );
  });
});

describe('a hotspot', () => {
  it('is asked with its places, counted from zero, and as many as its key has', () => {
    const exhibit = { title: 'Policy', lines: ['one', 'two', 'three'] };
    const option = (id: string, line: number | [number, number]) => ({ id, line, text: id, why: 'So.' });
    const options = [option('a', 1), option('b', [2, 3])];
    const question = questionOf(quizItem({ type: 'hotspot', exhibit, options, key: ['b'] }), 'exam');
    expect([question.choose, question.options]).toEqual([
      1,
      [
        { id: 'a', text: 'a', lines: { first: 0, last: 0 } },
        { id: 'b', text: 'b', lines: { first: 1, last: 2 } },
      ],
    ]);
  });
});

describe('a pair', () => {
  it('says what is wrong with the target that was chosen, and no other', () => {
    const options = [
      { id: 'a', text: 'A', why: 'a', whyNot: { y: 'Y is for b.' } },
      { id: 'b', text: 'B', why: 'b' },
    ];
    const { reasons } = resultOf(quizItem({ ...MATCHING, options }), {
      chosen: [],
      matched: { a: 'y', b: 'x' },
    });
    expect(reasons.map(({ whyNot }) => whyNot)).toEqual(['Y is for b.', undefined]);
  });
});

describe('study', () => {
  it('asks without giving the answer away, and explains every option afterwards', () => {
    const item = quizItem({ exhibit: { title: 'Policy', lines: ['one', 'two'], decides: [2] } });
    const question: QuizItemView = questionOf(item, 'study');
    expect(question).toEqual({
      id: 'which-key',
      type: 'single',
      stem: 'Which key did it?',
      choose: 1,
      exhibit: { title: 'Policy', lines: ['one', 'two'], marked: [] },
      options: [
        { id: 'a', text: 'Key A' },
        { id: 'b', text: 'Key B of another Region' },
        { id: 'c', text: 'Key C' },
      ],
      targets: [],
      asksConfidence: true,
    });
    expect(questionOf(item, 'study', true).exhibit?.marked).toEqual([1]);
    const result: QuizResultView = resultOf(item, chosen('b'));
    expect(result).toMatchObject({
      right: false,
      key: { chosen: ['a'] },
      trap: 'Any key',
      reasons: [{ optionId: 'a' }, { optionId: 'b', rightWhen: 'In its Region.' }, { optionId: 'c' }],
    });
  });
});

describe('an exam', () => {
  it('asks for no confidence, and a blank is wrong', () => {
    const item = quizItem();
    expect(questionOf(item, 'exam').asksConfidence).toBe(false);
    expect([resultOf(item, chosen('a')).right, resultOf(item, chosen()).right]).toEqual([true, false]);
  });
});
