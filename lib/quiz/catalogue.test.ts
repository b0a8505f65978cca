import { describe, expect, it } from 'vitest';
import { catalogueEntry } from './catalogue';
import { quizItem } from './quiz-items.testkit';

describe('the catalogue', () => {
  it('tells of an item without its options and its key', () => {
    const item = quizItem({
      stem: 'An application moved. Its role kept `kms:Decrypt` on *both* keys. Which key opens the field?',
      problem: 'locked-out-key',
    });
    expect(catalogueEntry(item, [{ id: 'story', quiz: ['which-key'] }])).toEqual({
      id: 'which-key',
      type: 'single',
      about: 'Its role kept kms:Decrypt on both keys. Which key opens the field?',
      concepts: ['kms-key'],
      exam: [],
      problem: 'locked-out-key',
      scenario: 'story',
    });
  });

  it('shortens a long stem to its question, and that to whole words', () => {
    const long = quizItem({ stem: `So it is. ${'Which of these many keys '.repeat(8)}opens it?` });
    const { about } = catalogueEntry(long, []);
    expect(about).toMatch(/^Which of these .* keys…$|^Which of these .*…$/);
    expect(about.length).toBeLessThanOrEqual(131);
    expect(
      catalogueEntry(quizItem({ scenario: 'own' }), [{ id: 'story', quiz: ['which-key'] }]).scenario,
    ).toBe('own');
  });
});
