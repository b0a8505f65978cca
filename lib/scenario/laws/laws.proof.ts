import { describe, expect, it } from 'vitest';
import { smallScenario, swap } from '../small-scenario.testkit';
import { findingLine } from './finding';
import type { Knowledge } from './knowledge-laws';
import { proveScenario } from './prove';

const TODAY = Date.UTC(2026, 10, 22);
const fact = { id: 'aliases-stay', text: 'They do.', source: 'A page', see: 'x 1', checked: '2026-11-01' };
const known: Knowledge = {
  facts: [fact],
  concepts: [{ id: 'alias', facts: [] }],
  quizzes: [],
  todayMs: TODAY,
};

async function findings(
  change?: (text: string) => string,
  knowing: Partial<Knowledge> = {},
): Promise<string[]> {
  const found = await proveScenario(smallScenario(change), { ...known, ...knowing });
  return found.map((one) => findingLine(one).split('\n')[0] ?? '');
}

describe('a scenario that keeps the laws', () => {
  it('has no findings', async () => {
    expect(await findings()).toEqual([]);
  });
});

describe('an open project', () => {
  it('needs goals and one solution: no diagnosis, decision, wrong path, or step beside it', async () => {
    const whole = smallScenario();
    const steps = whole.steps.flatMap((step) => {
      if (step.kind !== 'do') return [];
      const goals = step.goals.map((goal) => ({ ...goal, diagnose: [] }));
      return [{ ...step, goals, decide: undefined, dead: [], wrongPaths: [] }];
    });
    expect(await proveScenario({ ...whole, steps }, known)).toEqual([]);
  });
});

describe('a scenario is caught when', () => {
  const alias = 'run: aws kms create-alias --alias-name alias/app --target-key-id $KEY, say';
  it.each([
    [
      'its solution does not meet a goal',
      swap(alias, 'run: aws kms create-alias --alias-name alias/other --target-key-id $KEY, say'),
      [
        "error: name-a-key, name, hints, exact: expected one of the solution's commands, found aws kms create-alias --alias-name alias/app --target-key-id $KEY",
        'error: name-a-key, name, solution: expected every goal to be met, found open: named',
        'error: name-a-key, name: expected the way to be open after the solution, found "One goal is still open."',
        'error: name-a-key, teardown: fails',
      ],
    ],
    [
      'every goal is met at the start',
      swap('when: { key: { region: eu-west-1, alias: alias/app } }', 'when: { key: { region: eu-west-1 } }'),
      [
        'error: name-a-key, name, at the start: expected a goal that is not met yet, found all of them met',
        'error: name-a-key, name, wrong path "The other Region": expected an open goal, found all of them met',
        'error: name-a-key, name, wrong path "The other Region": expected elsewhere, found no message',
        'error: name-a-key, name, solution: aws kms create-alias --alias-name alias/app --target-key-id $KEY is not needed: without it every goal is met. Mark it with look, or let a goal ask for it',
      ],
    ],
    [
      'a command of its solution is not needed',
      swap('say: None yet., look: true', 'say: None yet.'),
      [
        'error: name-a-key, name, solution: aws kms list-aliases is not needed: without it every goal is met. Mark it with look, or let a goal ask for it',
      ],
    ],
    [
      'a command of its solution does not parse',
      swap('run: aws kms list-aliases, say', 'run: aws kms list-aliasses, say'),
      ['error: name-a-key, name, solution: a command does not parse'],
    ],
    [
      'a wrong path gets no message',
      swap('alias: alias/app } }\n            say', 'alias: alias/none } }\n            say'),
      ['error: name-a-key, name, wrong path "The other Region": expected elsewhere, found no message'],
    ],
    [
      "a wrong path gets another one's message",
      swap('gets: gone', 'gets: elsewhere'),
      [
        'error: name-a-key, name, wrong path "Deleting the key": expected a message of its own, found elsewhere, which another one gets',
        'error: name-a-key, name, wrong path "Deleting the key": expected elsewhere, found gone',
      ],
    ],
    [
      'an alternative does not lead there',
      swap('    wrongPaths:', '    alternatives: [{ name: Waiting, run: [sleep 5] }]\n    wrongPaths:'),
      ['error: name-a-key, name, alternative "Waiting": expected every goal to be met, found open: named'],
    ],
    [
      'it complains before anything was done',
      swap(
        'when: { key: { region: eu-central-1, alias: alias/app } }',
        'when: { never: { operation: DeleteAlias } }',
      ),
      [
        'error: name-a-key, name, at the start: expected no diagnosis before anything was done, found that goal named says elsewhere',
      ],
    ],
    [
      'a dead end holds already',
      swap('when: { not: { key: { region: eu-west-1 } } }', 'when: { key: { region: eu-west-1 } }'),
      [
        'error: name-a-key, name, at the start: the dead end gone holds already',
        'error: name-a-key, name, wrong path "Deleting the key": expected gone, found no message',
      ],
    ],
    [
      'a constraint is broken already',
      swap('never: { operation: DisableKey }', 'never: { operation: ListKeys }'),
      [
        'error: name-a-key, name, at the start: the constraint once is broken already',
        'error: name-a-key, name, solution: expected every goal to be met, found open: once',
        'error: name-a-key, name: expected the way to be open after the solution, found "One goal is still open."',
      ],
    ],
    [
      'none of its options comes true',
      swap('outcome: refused', 'outcome: NotFoundException'),
      ['error: name-a-key, guess, prediction: expected one option to come true, found none'],
    ],
    [
      'two of its options come true',
      swap('operation: DescribeKey, outcome: ok', 'operation: DescribeKey'),
      ['error: name-a-key, guess, prediction: expected one option to come true, found yes, no'],
    ],
    [
      'an option is true before anything was run',
      swap('operation: DescribeKey, outcome: ok', 'operation: ListKeys'),
      ['error: name-a-key, guess, prediction: yes is so before anything was run'],
    ],
    [
      'its drawing lacks what it lights',
      swap('edge: [you, kms]', 'edge: [you, s3]'),
      ['error: name-a-key, flow one-key: a light names you to s3, which is not drawn'],
    ],
    [
      'its timing does not add up',
      swap('timing: []', 'timing: [{ step: look, minutes: 3 }, { step: nap, minutes: 1 }]'),
      [
        'error: name-a-key, instructor: expected the id of a step, found nap',
        'error: name-a-key, instructor: expected a timing of 2 minutes in all, found 4',
      ],
    ],
    [
      'its teardown fails',
      swap('teardown: [aws kms', 'teardown: [aws kms delete-alias --alias-name alias/none, aws kms'),
      ['error: name-a-key, teardown: fails'],
    ],
  ])('%s', async (_what, change, expected) => {
    expect(await findings(change)).toEqual(expected);
  });

  it('its setup fails', async () => {
    const change = swap('KEY=$(aws kms create-key', 'false; KEY=$(aws kms make-key');
    await expect(proveScenario(smallScenario(change), known)).rejects.toThrow(
      /^name-a-key: the setup fails\n/,
    );
  });

  it('it cites what is not there, and is told of what grew old', async () => {
    expect(await findings(undefined, { facts: [], concepts: [] })).toEqual([
      'error: name-a-key: expected the id of a fact, found aliases-stay',
      'error: name-a-key: expected the id of a concept, found alias',
    ]);
    expect(await findings(undefined, { todayMs: TODAY + 200 * 86_400_000 })).toEqual([
      'warning: name-a-key: fact aliases-stay was checked on 2026-11-01, more than 180 days ago',
    ]);
  });

  it('it counts for a domain that its exam has not', async () => {
    const exams = [{ code: 'SCS-C03', domains: [{ title: 'Data Protection' }] }];
    const counting = (domain: string) =>
      swap('facts: [aliases-stay]', `facts: [aliases-stay]\nexam: [{ code: SCS-C03, domain: ${domain} }]`);
    expect([
      await findings(counting('Data Protection'), { exams }),
      await findings(counting('Data protection'), { exams }),
    ]).toEqual([
      [],
      ['error: name-a-key: expected a domain of SCS-C03 (Data Protection), found Data protection'],
    ]);
  });
});
