import { describe, expect, it } from 'vitest';
import { notesOf } from './notes';

describe('notes of the code', () => {
  it('are read from comments, each with what the same comment cites', () => {
    const source = [
      'const a = 1;',
      '/**',
      ' * The alarm. fact: services 4, 5 (its text). differs: metrics are',
      ' * there at once. assumed: the order',
      ' */',
      "const text = 'assumed: not a note';",
      '// assumed: AWS says nothing;',
      '// the lab takes the later one',
    ].join('\n');
    expect(notesOf(source)).toEqual([
      { kind: 'differs', text: 'Metrics are there at once.', facts: ['services 4, 5'], line: 2 },
      { kind: 'assumed', text: 'The order.', facts: ['services 4, 5'], line: 2 },
      { kind: 'assumed', text: 'AWS says nothing; the lab takes the later one.', facts: [], line: 7 },
    ]);
  });
});
