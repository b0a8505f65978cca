import { describe, expect, it } from 'vitest';
import { problemSentence } from '../reading';
import { MATCHING, quizItem, quizItemText } from './quiz-items.testkit';
import { readQuizItem } from './read-quiz';

const complaint = (change: object) => {
  const read = readQuizItem(quizItemText(change));
  return read.ok ? 'none' : problemSentence(read.problem);
};
const options = (...places: object[]) =>
  places.map((place, at) => ({ id: `o${at + 1}`, text: `Option ${at + 1}`, why: 'So.', ...place }));

const exhibit = { title: 'Key policy', lines: ['a', 'b', 'c', 'd'] };
const diagram = {
  title: 'Way',
  mermaid: 'flowchart LR\n  app[App]\n  kms[KMS]\n  app --> kms',
  twin: ['So.'],
};
const lines = { type: 'hotspot', exhibit, key: ['o1'], options: options({ line: 1 }, { line: [2, 4] }) };
const nodes = { type: 'hotspot', diagram, key: ['o2'], options: options({ node: 'app' }, { node: 'kms' }) };

describe('the parts of each type', () => {
  it('fit', () => {
    expect([lines, nodes, MATCHING].map(complaint)).toEqual(['none', 'none', 'none']);
    expect(quizItem(lines).options.map(({ line }) => line)).toEqual([
      [1, 1],
      [2, 4],
    ]);
    expect(quizItem(JSON.parse(JSON.stringify(quizItem(lines))))).toEqual(quizItem(lines));
  });

  it.each([
    [
      { ...lines, options: options({ line: 1 }, { line: 5 }) },
      'options, 2, line cannot be read: expected lines of the exhibit, which has 4, found 5.',
    ],
    [
      { ...lines, options: options({ line: [1, 2] }, { line: 2 }) },
      'options, 2, line cannot be read: expected lines that no other option has, found 2.',
    ],
    [
      { ...lines, options: options({ line: 1 }, {}) },
      'options cannot be read: expected a line for each option, or a node for each, found a list of 2.',
    ],
    [
      { ...nodes, options: options({ node: 'app' }, { node: 'hsm' }) },
      'options, 2, node cannot be read: expected a node of the diagram (app, kms), found "hsm".',
    ],
    [
      { ...nodes, options: options({ node: 'app' }, { node: 'app' }) },
      'options cannot be read: expected a node of its own for each, found a list of 2.',
    ],
    [
      { ...lines, key: ['o1', 'o2'] },
      'options cannot be read: expected at least one that is wrong, found a list of 2.',
    ],
    [
      { ...lines, type: 'single' },
      'options cannot be read: expected lines and nodes in a hotspot alone, found a list of 2.',
    ],
    [
      { type: 'order', key: ['o2', 'o1'], options: options({}, {}) },
      'options cannot be read: expected at least 3 to put in order, found a list of 2.',
    ],
    [
      { ...MATCHING, targets: [{ id: 'x', text: 'X' }] },
      'targets cannot be read: expected at least two targets, found a list of 1.',
    ],
    [
      { targets: MATCHING.targets },
      'targets cannot be read: expected targets in a match alone, found a list of 2.',
    ],
    [
      { problem: 'gremlins' },
      'problem cannot be read: expected one of replicated-but-unreadable, locked-out-key, throttling-and-bill, half-a-handshake, context-and-audit-gap, rotated-not-rewrapped, found "gremlins".',
    ],
  ])('%j is refused', (change, sentence) => {
    expect(complaint(change)).toBe(`The quiz item, ${sentence}`);
  });

  it('explain a wrong pair only for targets that are wrong', () => {
    const pair = {
      ...MATCHING,
      options: [
        { id: 'a', text: 'A', why: 'a', whyNot: { x: 'No.' } },
        { id: 'b', text: 'B', why: 'b' },
      ],
    };
    expect(complaint(pair)).toBe(
      'The quiz item, options, 1, whyNot cannot be read: expected reasons for y alone, found an object with x.',
    );
  });
});
