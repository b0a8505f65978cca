import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readQuizItem } from '../quiz';
import { QuizHost } from './quiz-host';

function item(id: string): unknown {
  const read = readQuizItem(readFileSync(`content/quizzes/${id}.yaml`, 'utf8'));
  return read.ok ? read.value : undefined;
}

const ID = 'mrk-where-ciphertext-travels';

describe('the quiz beside a lab', () => {
  it('asks without the key and the reasons, and gives both once it is answered', () => {
    const host = new QuizHost();
    const [asked] = host.open([item(ID)]);
    expect(asked).toMatchObject({ id: ID, type: 'single', choose: 1, asksConfidence: true });
    expect(JSON.stringify(asked)).not.toContain('share key material');
    const { result } = host.mark(ID, { chosen: ['same-alias'], matched: {} });
    expect(result).toMatchObject({ right: false, key: { chosen: ['replica'] } });
    expect(result?.reasons.map(({ optionId }) => optionId)).toEqual([
      'replica',
      'same-alias',
      'table-key',
      'policy',
    ]);
    expect(host.mark(ID, { chosen: ['replica'], matched: {} }).result?.right).toBe(true);
  });

  it('shows the options in the order of the showing, before and after the answer', () => {
    const host = new QuizHost();
    const shown = (showing: string) => {
      const [asked] = host.open([item(ID)], 'study', { [ID]: showing });
      const { options, result } = host.mark(ID, { chosen: ['replica'], matched: {} });
      expect(options.map(({ id }) => id)).toEqual(asked?.options.map(({ id }) => id));
      expect(result?.reasons.map(({ optionId }) => optionId)).toEqual(options.map(({ id }) => id));
      return options.map(({ id }) => id).join(' ');
    };
    expect(new Set(['0', '1', '2', '3'].map(shown)).size).toBeGreaterThan(1);
    expect(shown('0')).toBe(shown('0'));
  });

  it('proves an item in a world of its own, each request taken apart', async () => {
    const host = new QuizHost();
    host.open([item(ID)]);
    const { parts, summary } = await host.prove(ID);
    const told = parts.map(({ lead, cell, xrays }) => [
      lead,
      cell.status,
      xrays?.map(({ operation, region, refusal }) => `${operation} ${region} ${refusal}`.trim()).at(-1),
    ]);
    expect(told).toEqual([
      [undefined, 'done', 'GenerateDataKey eu-west-1'],
      [undefined, 'done', 'Decrypt eu-central-1'],
      ['Two keys of one name', 'done', 'CreateAlias eu-central-1'],
      [undefined, 'done', 'GenerateDataKey eu-west-1'],
      [undefined, 'failed', 'Decrypt eu-central-1 IncorrectKeyException'],
    ]);
    expect(summary).toMatch(/^8 requests, [\d,]+ ms$/);
    expect(new Set(parts.map(({ cell }) => cell.id)).size).toBe(parts.length);
  });

  it('says what is wrong with an item that is none', () => {
    expect(() => new QuizHost().open([{ id: 'x' }])).toThrow(/The quiz item, version cannot be read/);
  });
});
