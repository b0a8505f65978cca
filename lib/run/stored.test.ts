import { describe, expect, it } from 'vitest';
import { newShell } from '../cli';
import { problemSentence } from '../reading';
import type { Cell, Run } from './run';
import { readStored, readStoredRun, toStored, toStoredCell } from './stored';

const START = Date.UTC(2026, 10, 23);
const shell = newShell({ user: 'student', region: 'eu-west-1', nowMs: START, files: { '/tmp/x': 'text' } });

const cell = (id: string, after?: string): Cell => ({
  id,
  after,
  source: 'aws kms list-keys',
  origin: 'typed',
  fromMs: START,
  toMs: START + 1000,
  status: 'done',
  exitCode: 0,
  statements: [{ source: 'aws kms list-keys', stdout: '{}\n', stderr: '', exitCode: 0, from: 0, to: 1 }],
  journal: [
    {
      atMs: START,
      request: { service: 'kms', operation: 'ListKeys', region: 'eu-west-1', credentials: 'AKIA', input: {} },
    },
  ],
  shell,
  hash: 'a'.repeat(64),
});

const RUN: Run = {
  id: 'run-1',
  scenario: 'sandbox',
  seed: 'seed',
  startMs: START,
  product: '0.1.0',
  createdAtMs: START,
  cells: [cell('c1'), cell('c2', 'c1'), cell('c3', 'c1')],
  branches: [
    { id: 'main', name: 'main', head: 'c2' },
    { id: 'b2', name: 'branch 2', head: 'c3', leaves: { branch: 'main', cell: 'c1' } },
  ],
  branch: 'b2',
  answers: { step: 'fail-over' },
};

const header = toStored(RUN, START);
const cells = RUN.cells.map((one) => toStoredCell(RUN, one));

function complaint(head: unknown, parts: readonly unknown[] = cells): string {
  const read = readStored(head, parts);
  return read.ok ? 'opened' : problemSentence(read.problem);
}

describe('a run on the device', () => {
  it('comes back as it was kept, whatever the order of its cells', () => {
    const kept = structuredClone([header, [...cells].reverse()] as const);
    expect(readStored(...kept)).toEqual({ ok: true, value: RUN });
  });

  it.each([
    [
      'a cell is missing',
      header,
      cells.slice(1),
      'The stored run, cell c1 cannot be read: expected a cell, found nothing.',
    ],
    [
      'a cell follows one that is not there',
      header,
      [cells[0], { ...cells[1], cell: cell('c2', 'c9') }, cells[2]],
      'The stored run, cell c2 cannot be read: expected a cell that follows an earlier one, found one that follows c9.',
    ],
    [
      'a branch ends in nothing',
      { ...header, branches: [{ id: 'main', name: 'main', head: 'c9' }] },
      cells,
      'The stored run, branch main cannot be read: expected a cell of the run as its last, found c9.',
    ],
    [
      'the branch in use is none of its own',
      { ...header, branch: 'b7' },
      cells,
      'The stored run, branch cannot be read: expected one of its branches, found b7.',
    ],
    ['nothing is left of it', undefined, [], /^The stored run cannot be read: expected .*, found nothing\.$/],
    [
      'a newer product kept it',
      { ...header, format: 2 },
      cells,
      'The stored run, format cannot be read: expected at most 1, found 2: a newer version of the product made it.',
    ],
  ])('is a problem that is named when %s', (_, head, parts, sentence) => {
    expect(complaint(head, parts)).toMatch(sentence);
  });

  it.each(Object.keys(header))('is a problem when its %s is of another kind', (member) => {
    expect(readStoredRun({ ...header, [member]: Symbol.iterator }).ok).toBe(false);
  });

  it('is a problem when any member of a cell is of another kind', () => {
    for (const member of Object.keys(cell('c1'))) {
      if (member === 'after') continue;
      const broken = { ...cells[0], cell: { ...cell('c1'), [member]: { not: 'this' } } };
      expect(complaint(header, [broken, cells[1], cells[2]]), member).toMatch(
        /^The stored run, a cell, cell, /,
      );
    }
  });
});
