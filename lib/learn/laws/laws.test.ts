import { describe, expect, it } from 'vitest';
import { findingLine } from '../../scenario';
import type { Concept } from '../schema/concept';
import type { Diagram } from '../schema/diagram';
import type { Row } from '../schema/row';
import { diagramLaws } from './diagram-laws';
import { type LearnContent, linkLaws } from './learn-laws';

const concept = (id: string, more: Partial<Concept> = {}): Concept => ({
  id,
  title: id,
  short: id,
  text: id,
  facts: [],
  area: 'keys',
  needs: [],
  flows: ['picture'],
  try: { preset: 'empty', run: ['true'], outcome: 'Nothing.', holds: { all: [] } },
  covers: [],
  ...more,
});

const picture: Diagram = {
  id: 'picture',
  title: 'A picture',
  mermaid: 'flowchart LR\n  a[A]\n  b[B]\n  a -->|asks| b',
  twin: ['A asks B.', 'B answers.'],
  lights: [{ edge: ['a', 'b'], operation: 'Decrypt', says: 'A asked.' }],
  facts: [],
  covers: [],
};

const EMPTY: LearnContent['presets'][number] = {
  id: 'empty',
  title: 'Empty',
  summary: 'Nothing.',
  regions: ['eu-west-1'],
  identities: [],
  setup: [],
  covers: [],
};

const row: Row = {
  id: 'row',
  kind: 'error',
  title: 'An error',
  also: [],
  answer: 'Do this.',
  concepts: ['key'],
  facts: [],
  covers: [],
};

function told(change: Partial<LearnContent>): readonly string[] {
  const content: LearnContent = {
    concepts: [concept('key')],
    diagrams: [picture],
    rows: [],
    presets: [EMPTY],
    facts: [],
    scenarios: [{ id: 'lab', steps: [{ id: 'first' }] }],
    todayMs: 0,
    ...change,
  };
  return linkLaws(content).map(findingLine);
}

describe('the laws of what is learned', () => {
  it('hold where every name leads somewhere', () => {
    expect(told({ rows: [{ ...row, lab: { scenario: 'lab', step: 'first' } }] })).toEqual([]);
  });

  it('name what leads nowhere', () => {
    expect(
      told({
        concepts: [concept('key', { needs: ['gone'], facts: ['no-fact'] })],
        rows: [{ ...row, lab: { scenario: 'lab', step: 'last' } }],
        diagrams: [picture, { ...picture, id: 'unseen' }],
      }),
    ).toEqual([
      'error: concept, key: expected the id of a concept, found gone',
      'error: concept, key: expected the id of a fact, found no-fact',
      'error: row, row: expected the id of a step, found last',
      'error: diagram, unseen: expected a concept that shows it, found none',
    ]);
  });

  it('refuse concepts that build on themselves', () => {
    const circle = [concept('a', { needs: ['b'] }), concept('b', { needs: ['a'] })];
    expect(told({ concepts: circle })).toHaveLength(2);
  });
});

describe('the laws of a diagram', () => {
  it('hold where every light has a part to light', () => {
    expect(diagramLaws(picture)).toEqual([]);
  });

  it('name a light without a part, and an edge without an end', () => {
    const lights = [{ node: 'c', operation: 'Decrypt', says: 'C.' }];
    const mermaid = 'flowchart LR\n  a[A]\n  a --> b';
    expect(diagramLaws({ ...picture, mermaid, lights }).map(findingLine)).toEqual([
      "error: diagram, picture: the edge's end b is no node",
      'error: diagram, picture: expected a light to name one node or edge that is drawn, found c',
    ]);
  });

  it('count the messages of a sequence', () => {
    const mermaid = 'sequenceDiagram\n  participant A\n  A->>B: one\n  B-->>A: two';
    const light = (message: number) => ({ message, operation: 'Decrypt', says: 'It was.' });
    expect(diagramLaws({ ...picture, mermaid, lights: [light(1), light(3)] }).map(findingLine)).toEqual([
      'error: diagram, picture: expected a light to name one of 2 messages, found 3',
    ]);
  });
});
