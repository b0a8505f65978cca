import { describe, expect, it } from 'vitest';
import { conceptMap } from './map';

const concept = (id: string, needs: readonly string[] = []) => ({ id, title: id, needs: [...needs] });

describe('the concept map', () => {
  it('puts each concept to the right of all it builds on and leaves out what stands alone', () => {
    const map = conceptMap([
      concept('envelope', ['data-key']),
      concept('data-key', ['key']),
      concept('key'),
      concept('alone'),
      concept('cache', ['data-key', 'key']),
    ]);
    expect(map).toEqual({
      columns: 3,
      rows: 2,
      placed: [
        { id: 'key', title: 'key', column: 0, row: 0 },
        { id: 'data-key', title: 'data-key', column: 1, row: 0 },
        { id: 'envelope', title: 'envelope', column: 2, row: 0 },
        { id: 'cache', title: 'cache', column: 2, row: 1 },
      ],
      lines: [
        ['data-key', 'envelope'],
        ['key', 'data-key'],
        ['data-key', 'cache'],
        ['key', 'cache'],
      ],
    });
  });
});
