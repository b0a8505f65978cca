import { describe, expect, it } from 'vitest';
import { proveQuizItem, readQuizItem } from '../../lib/quiz';
import { findingLine, proveScenario, readScenario } from '../../lib/scenario';
import { allKnowledge } from './content-files';
import { contentFrom } from './new';

const known = allKnowledge(Date.now());

describe('what authors start from keeps every law', () => {
  it('as a scenario', async () => {
    const read = readScenario(contentFrom('scenario', 'give-a-key-a-name'));
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect((await proveScenario(read.value, known)).map(findingLine)).toEqual([]);
  });

  it.each(['single', 'multiple', 'order', 'match', 'hotspot', 'predict'])(
    'as a quiz item: %s',
    async (type) => {
      const read = readQuizItem(contentFrom('quiz', 'alias-in-two-regions', type));
      if (!read.ok) throw new Error(JSON.stringify(read.problem));
      expect(read.value.type).toBe(type);
      expect((await proveQuizItem(read.value, known)).map(findingLine)).toEqual([]);
    },
  );
});
