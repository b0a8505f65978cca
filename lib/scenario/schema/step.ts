import * as z from 'zod';
import { predicate } from './predicate';
import { command, id, line, listOf, prose, region } from './text';

const said = (message: string) => ({ error: message });
const only = (what: string) => said(`${what} and nothing beside it`);

/** A command with what it is for. */
const spoken = z.strictObject({ run: command, say: line.optional() }, only('a command'));

/** A command of the solution. */
const move = z.strictObject(
  {
    run: command,
    /** What the worked run says over it. */
    say: line,
    /** It only shows something: leaving it out breaks no goal. */
    look: z.literal(true, said('true')).optional(),
    /** Left to the learner at the support level `completion`. */
    gap: z.literal(true, said('true')).optional(),
  },
  only('a command of the solution'),
);

/** The key of a prediction is not stored: the option comes true whose `when` holds after the command. */
const prediction = z.strictObject(
  {
    question: line,
    run: command,
    /** A later step in which it comes true; in its own step where left out. */
    settledIn: id.optional(),
    options: listOf(
      z.strictObject(
        {
          id,
          text: line,
          when: predicate,
          why: prose,
          /** What the engine said, where it is not one request's outcome. */
          said: line.optional(),
        },
        only('an option'),
      ),
      { least: 2, most: 6 },
    ),
  },
  only('a prediction'),
);

const decision = z.strictObject(
  {
    question: line,
    options: listOf(
      z.strictObject(
        {
          id,
          text: line,
          consequence: line,
          verdict: z.enum(['allowed', 'refused', 'waiting'], said('allowed, refused or waiting')),
        },
        only('an option'),
      ),
      { least: 2, most: 6 },
    ),
  },
  only('a decision'),
);

/** How fast to work through a table, with the sums worked out by the lab. */
const ratePicker = z.strictObject(
  {
    question: line,
    table: line,
    region,
    /** Offered once a rate is chosen, which stands for `{rate}`. */
    run: command,
    perSecond: listOf(z.int(said('a rate')).min(1, said('1 or more')).max(1_000_000), { least: 2, most: 6 }),
    assumed: line.optional(),
  },
  only('a rate picker'),
);

const diagnosis = z.strictObject({ id, when: predicate, say: line }, only('a diagnosis'));

const goal = z.strictObject(
  {
    id,
    /** The sentence the learner reads. */
    text: line,
    when: predicate,
    /** Not yet, because: the first whose `when` holds is shown. */
    diagnose: listOf(diagnosis, { most: 20 }).default([]),
  },
  only('a goal'),
);

/** It cannot be reached from here. */
const deadEnd = z.strictObject(
  {
    id,
    when: predicate,
    because: line,
    /** Goes on after `request 5, ` in the offer to rewind: `before the key was deleted`. */
    before: line,
  },
  only('a dead end'),
);

const hints = z.strictObject(
  { aim: line, look: line, concept: line, operation: line, exact: command },
  only('the five rungs aim, look, concept, operation and exact'),
);

const alternative = z.strictObject(
  { name: line, run: listOf(command, { least: 1 }) },
  only('an alternative'),
);

const wrongPath = z.strictObject(
  {
    mistake: line,
    run: listOf(command, { least: 1 }),
    /** Id of the diagnosis or dead end that answers it. */
    gets: id,
  },
  only('a wrong path'),
);

/** A popular error: what people believe, and what is so. */
const trap = z.strictObject(
  { name: line, lure: line, truth: line, facts: listOf(id).default([]) },
  only('a trap'),
);

const shared = {
  id,
  title: line,
  /** Markdown. */
  text: prose,
  /** Commands offered at every level of support. */
  commands: listOf(spoken, { most: 8 }).default([]),
  predict: prediction.optional(),
  decide: decision.optional(),
  traps: listOf(trap, { most: 4 }).default([]),
  /**
   * `quiet`: the map shows what any dashboard would and keeps what only the lab knows to itself, until the
   * prediction of this step, or the one settled in it, has come true in any way.
   */
  lab: z.literal('quiet', said('quiet')).optional(),
};

const read = z.strictObject({ ...shared, kind: z.literal('read') }, only('a step to read'));
const observe = z.strictObject({ ...shared, kind: z.literal('observe') }, only('a step to observe'));
const fault = z.strictObject({ ...shared, kind: z.literal('fault') }, only('a step with a fault'));
const predict = z.strictObject(
  { ...shared, kind: z.literal('predict'), predict: prediction },
  only('a step with a prediction'),
);
const decide = z.strictObject(
  { ...shared, kind: z.literal('decide'), decide: decision },
  only('a step with a decision'),
);
const task = z.strictObject(
  {
    ...shared,
    kind: z.literal('do'),
    rates: ratePicker.optional(),
    goals: listOf(goal, { least: 1, most: 12 }),
    dead: listOf(deadEnd, { most: 8 }).default([]),
    hints,
    solution: listOf(move, { least: 1, most: 40 }),
    alternatives: listOf(alternative, { most: 10 }).default([]),
    wrongPaths: listOf(wrongPath, { most: 20 }).default([]),
  },
  only('a step to do'),
);
const debriefing = z.strictObject({ ...shared, kind: z.literal('debrief') }, only('a debrief'));

export const step = z.discriminatedUnion(
  'kind',
  [read, observe, fault, predict, decide, task, debriefing],
  said('a step of kind read, observe, fault, predict, decide, do or debrief'),
);

export type Step = z.infer<typeof step>;
export type Task = z.infer<typeof task>;
export type Goal = z.infer<typeof goal>;
export type Move = z.infer<typeof move>;
export type Prediction = z.infer<typeof prediction>;
export type RatePicker = z.infer<typeof ratePicker>;
export type DeadEnd = z.infer<typeof deadEnd>;
