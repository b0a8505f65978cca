import * as z from 'zod';
import { step } from './step';
import { account, BOUNDS, command, id, line, listOf, noun, prose, region } from './text';

const said = (message: string) => ({ error: message });
const only = (what: string) => said(`${what} and nothing beside it`);

/** Someone who makes requests. The lab signs for a user with its seeded key and for a role by assuming it. */
const principal = z.strictObject(
  {
    /** Profile of the `aws` command, and the name by which conditions speak of it. */
    profile: id,
    account,
    user: line.optional(),
    role: line.optional(),
    note: line.optional(),
  },
  only('a principal'),
);

const world = z.strictObject(
  {
    seed: line,
    /** Where the lab's clock begins, before the setup. */
    clock: z.iso.datetime(said('a moment such as 2026-12-01T09:50:00Z')),
    accounts: listOf(account, { least: 1, most: 10 }),
    principals: listOf(principal, { least: 1, most: 20 }),
    regions: listOf(region, { least: 1, most: 8 }),
    /** Where the console begins. */
    region,
    /** Each one is a cell of its own. */
    setup: listOf(command),
  },
  only('a world'),
);

const exam = z.strictObject({ code: line, domain: line }, only('an exam and its domain'));

/** A node or edge lights up when a request of the last cell fits all that is named. */
const light = z.strictObject(
  {
    node: line.optional(),
    edge: z.tuple([line, line], said('the nodes at both ends')).optional(),
    service: noun.optional(),
    operation: noun.optional(),
    region: region.optional(),
    caller: line.optional(),
    says: line,
  },
  only('a light'),
);

const flow = z.strictObject(
  {
    id,
    title: line,
    /** A flowchart with every node it can ever have. */
    mermaid: prose,
    lights: listOf(light, { least: 1 }),
    /** The picture in words, a sentence a line. */
    twin: listOf(line, { least: 1 }),
  },
  only('a flow'),
);

const moment = z.strictObject(
  {
    at: line,
    happened: line,
    should: line,
    verdict: z.enum(['allowed', 'refused', 'waiting'], said('allowed, refused or waiting')),
  },
  only('a moment of the incident'),
);

const debrief = z.strictObject(
  {
    title: line,
    text: prose,
    incident: listOf(moment, { least: 1, most: 20 }),
    lessons: listOf(line, { least: 1, most: 12 }),
    /** What is different in real life. */
    inRealLife: listOf(line, { least: 1, most: 12 }),
    alarms: listOf(line, { least: 1, most: 12 }),
    /** Quiz items shown at the end. */
    quiz: listOf(id, { most: 12 }).default([]),
  },
  only('a debrief'),
);

const instructor = z.strictObject(
  {
    notes: prose,
    timing: listOf(z.strictObject({ step: id, minutes: z.number().min(0).max(240) }, only('a timing'))),
    ask: listOf(line),
    expectWrong: listOf(line),
    cut: listOf(line),
  },
  only('notes for an instructor'),
);

export const scenario = z
  .strictObject(
    {
      id,
      version: z.int(said('a whole number')).min(1, said('1 or more')),
      title: line,
      summary: line,
      /** The places above it: `Disaster recovery`. */
      group: line,
      /** The error line that starts it, as the pager said it. */
      pager: line.optional(),
      level: z.enum(['beginner', 'intermediate', 'advanced'], said('beginner, intermediate or advanced')),
      minutes: z.int(said('whole minutes')).min(1, said('1 or more')).max(240),
      concepts: listOf(id, { least: 1 }),
      prerequisites: listOf(id).default([]),
      exam: listOf(exam).default([]),
      facts: listOf(id, { least: 1 }),
      covers: listOf(z.string().regex(/^[A-Z]-\d{3}$/, said('an id such as C-050')), { most: 200 }),
      world,
      flow: flow.optional(),
      steps: listOf(step, { least: 1, most: BOUNDS.steps }),
      debrief,
      teardown: listOf(command),
      instructor,
    },
    only('a scenario'),
  )
  .check((context) => {
    for (const { path, expected, found } of loose(context.value)) {
      context.issues.push({ code: 'custom', message: expected, path, input: found });
    }
  });

type Written = {
  readonly world: z.infer<typeof world>;
  readonly steps: readonly z.infer<typeof step>[];
};

interface Loose {
  readonly path: PropertyKey[];
  readonly expected: string;
  readonly found: unknown;
}

/** What the parts say of each other: ids that repeat, and names that lead nowhere. */
function loose({ world: { regions, region: first, principals, accounts }, steps }: Written): Loose[] {
  const ids = steps.map((one) => one.id);
  const found: Loose[] = [
    ...repeated(ids).map((at) => ({
      path: ['steps', at, 'id'],
      expected: 'an id of its own',
      found: ids[at],
    })),
  ];
  if (!regions.includes(first)) {
    found.push({ path: ['world', 'region'], expected: `one of ${regions.join(', ')}`, found: first });
  }
  principals.forEach((one, at) => {
    if (!accounts.includes(one.account)) {
      found.push({
        path: ['world', 'principals', at, 'account'],
        expected: `one of ${accounts.join(', ')}`,
        found: one.account,
      });
    }
    if ((one.user === undefined) === (one.role === undefined)) {
      found.push({
        path: ['world', 'principals', at],
        expected: 'a principal with a user or a role',
        found: one,
      });
    }
  });
  return [...found, ...steps.flatMap(looseInStep), ...looseSettling(steps), ...looseQuiet(steps)];
}

/** A step is quiet so that it gives no answer away: there has to be a question. */
function looseQuiet(steps: Written['steps']): Loose[] {
  return steps.flatMap(({ id: own, lab, predict }, at) => {
    const asks = predict ?? steps.find((one) => one.predict?.settledIn === own);
    if (lab === undefined || asks) return [];
    const expected = 'only in a step with a prediction, or in which one is settled';
    return [{ path: ['steps', at, 'lab'], expected, found: lab }];
  });
}

/** A prediction is settled in its own step or in a later one that predicts nothing itself. */
function looseSettling(steps: Written['steps']): Loose[] {
  return steps.flatMap(({ predict }, at) => {
    const settledIn = predict?.settledIn;
    if (settledIn === undefined) return [];
    const free = steps.slice(at + 1).filter((later) => !later.predict);
    if (free.some((later) => later.id === settledIn)) return [];
    const expected = 'the id of a later step without a prediction of its own';
    return [{ path: ['steps', at, 'predict', 'settledIn'], expected, found: settledIn }];
  });
}

function looseInStep(one: z.infer<typeof step>, at: number): Loose[] {
  if (one.kind !== 'do') return [];
  const goalIds = one.goals.map((goal) => goal.id);
  const answers = [...one.goals.flatMap((goal) => goal.diagnose), ...one.dead].map((answer) => answer.id);
  const found: Loose[] = [
    ...repeated(goalIds).map((i) => ({
      path: ['steps', at, 'goals', i, 'id'],
      expected: 'an id of its own',
      found: goalIds[i],
    })),
  ];
  one.wrongPaths.forEach(({ gets }, i) => {
    if (!answers.includes(gets)) {
      const expected = `the id of a diagnosis or dead end of this step (${answers.join(', ')})`;
      found.push({ path: ['steps', at, 'wrongPaths', i, 'gets'], expected, found: gets });
    }
  });
  return found;
}

/** Indices of what stood in the list before. */
function repeated(list: readonly string[]): number[] {
  return list.flatMap((value, at) => (list.indexOf(value) < at ? [at] : []));
}

export type Scenario = z.infer<typeof scenario>;
export type ScenarioPrincipal = z.infer<typeof principal>;
export type ScenarioFlow = z.infer<typeof flow>;

/** For the editors of authors: what a scenario file may hold. */
export function scenarioJsonSchema(): object {
  return z.toJSONSchema(scenario, { io: 'input', unrepresentable: 'any' });
}
