import { describe, expect, it } from 'vitest';
import { findingLine } from '../../scenario';
import { runProof } from '../proof';
import { PREDICTION, quizItem } from '../quiz-items.testkit';
import { proveQuizItem } from './prove';

const known = {
  facts: [{ id: 'a-fact', text: 'So.', source: 'A page', see: 'x', checked: '2026-11-22' }],
  concepts: [{ id: 'kms-key', facts: [] }],
  quizzes: [],
  scenarios: ['story'],
  todayMs: Date.UTC(2026, 10, 22),
};

async function findings(change: object = {}): Promise<string[]> {
  const found = await proveQuizItem(quizItem(change), known);
  return found.map((one) => findingLine(one).split('\n')[0] ?? '');
}

const proof = (change: object) => ({ proof: { ...quizItem().proof, ...change } });

describe('a quiz item', () => {
  it('holds where the engine agrees', async () => {
    expect(await findings()).toEqual([]);
    expect(await findings(PREDICTION)).toEqual([]);
  });

  it.each([
    [
      { ...PREDICTION, key: ['no'] },
      ['error: quiz, which-key, ok: expected its misconception, found nothing'],
    ],
    [
      proof({ holds: { request: { operation: 'DescribeKey', outcome: 'refused' } } }),
      ['error: quiz, which-key, proof: does not hold'],
    ],
    [
      proof({ holds: undefined }),
      ['error: quiz, which-key, proof: expected what has to hold after the commands, found nothing'],
    ],
    [
      proof({ run: [] }),
      ['error: quiz, which-key, proof: expected commands or the id of a fact, found neither'],
    ],
    [
      proof({ run: [], facts: ['no-fact'] }),
      ['error: quiz, which-key: expected the id of a fact, found no-fact'],
    ],
    [{ scenario: 'saga' }, ['error: quiz, which-key: expected the id of a scenario, found saga']],
    [{ concepts: ['magic'] }, ['error: quiz, which-key: expected the id of a concept, found magic']],
  ])('%j is caught', async (change, expected) => {
    expect(await findings(change)).toEqual(expect.arrayContaining(expected));
  });

  it('whose key is not what the engine says is caught', async () => {
    expect(await findings({ ...PREDICTION, key: ['no'] })).toContain(
      'error: quiz, which-key, key: expected no, found ok',
    );
  });

  it('whose demonstration shows something else is caught', async () => {
    const [first, second] = PREDICTION.options;
    const demo = { ...second?.demo, run: ['aws kms describe-key --key-id $KEY'] };
    expect(await findings({ ...PREDICTION, options: [first, { ...second, demo }] })).toEqual([
      'error: quiz, which-key, Elsewhere: does not hold',
    ]);
  });

  it('can be shown with its proof', async () => {
    const { parts, came } = await runProof(quizItem(PREDICTION));
    expect(came).toEqual(['ok']);
    expect(
      parts.map(({ lead, holds, cells }) => [lead, holds, cells.map(({ exitCode }) => exitCode)]),
    ).toEqual([
      [undefined, true, [0]],
      ['Elsewhere', true, [254]],
    ]);
  });
});
