import { describe, expect, it } from 'vitest';
import { MATCHING, quizItem } from './quiz-items.testkit';
import { asShown } from './shown-order';

const SHOWINGS = Array.from({ length: 40 }, (_, at) => `${at}`);
const options = (item: ReturnType<typeof quizItem>) => item.options.map(({ id }) => id).join('');
const targets = (item: ReturnType<typeof quizItem>) => item.targets.map(({ id }) => id).join('');

describe('the order of what is shown', () => {
  it('is the same for the same showing, and every order comes up', () => {
    const item = quizItem();
    expect(SHOWINGS.map((one) => options(asShown(item, one)))).toEqual(
      SHOWINGS.map((one) => options(asShown(item, one))),
    );
    expect(new Set(SHOWINGS.map((one) => options(asShown(item, one))))).toEqual(
      new Set(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']),
    );
  });

  it('leaves all but the order alone', () => {
    const item = quizItem();
    const shown = asShown(item, '3');
    expect({ ...shown, options: item.options }).toEqual(item);
    expect([...shown.options].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(item.options);
  });

  it('of an order is never its key', () => {
    const item = { ...quizItem(), type: 'order' as const, key: ['b', 'a', 'c'] };
    const shown = new Set(SHOWINGS.map((one) => options(asShown(item, one))));
    expect(shown).toEqual(new Set(['abc', 'acb', 'bca', 'cab', 'cba']));
  });

  it('of a match never lists the targets in line with what goes with them', () => {
    const shown = SHOWINGS.map((one) => asShown(quizItem(MATCHING), one));
    expect(new Set(shown.map((item) => `${options(item)} ${targets(item)}`))).toEqual(
      new Set(['ab yx', 'ba xy']),
    );
  });

  it('of places in a document is the document’s', () => {
    const item = { ...quizItem(), type: 'hotspot' as const };
    expect(SHOWINGS.map((one) => asShown(item, one))).toEqual(SHOWINGS.map(() => item));
  });
});
