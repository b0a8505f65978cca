import * as z from 'zod';

const said = (message: string) => ({ error: message });
const moment = z.int(said('a moment in epoch milliseconds')).min(0, said('a moment in epoch milliseconds'));
const count = z.int(said('a number of answers')).min(0, said('a number of answers'));
const name = z.string(said('an id')).max(120, said('an id'));
const amount = z.number(said('a number')).min(0, said('a number of 0 or more'));
const confidence = z.enum(['guess', 'think', 'sure'], said('guess, think or sure'));

const MOST = 5_000;
const bounded = <S extends z.ZodType>(member: S) =>
  z
    .record(name, member, said('entries by id'))
    .refine(
      (entries) => Object.keys(entries).length <= MOST,
      said(`at most ${MOST.toLocaleString('en-US')} entries`),
    );

const scenarioProgress = z.strictObject(
  { step: name, atMs: moment, doneAtMs: moment.optional() },
  said('how far a scenario has come'),
);

/** When an item is asked again, and what the schedule knows of how well it is remembered. */
const card = z.strictObject(
  {
    dueMs: moment,
    lastMs: moment,
    stability: amount,
    difficulty: amount,
    step: z.int(said('a step')).min(0, said('a step')),
    reps: count,
    lapses: count,
    state: z.enum(['new', 'learning', 'review', 'relearning'], said('new, learning, review or relearning')),
  },
  said('when an item is asked again'),
);

export const answer = z.strictObject(
  {
    chosen: z.array(name, said('a list of ids')).max(20, said('at most 20 ids')),
    matched: z.record(name, name, said('ids by ids')),
    confidence: confidence.optional(),
  },
  said('an answer'),
);

const quizProgress = z.strictObject(
  {
    right: count,
    wrong: count,
    lastRight: z.boolean(said('true or false')),
    /** As it was last given; without one, the item was answered in an older version of the lab. */
    answer: answer.optional(),
    confidence: confidence.optional(),
    /** When it was answered for the first time; absent where an older version of the lab did not keep it. */
    firstMs: moment.optional(),
    atMs: moment,
    card,
  },
  said('how an item was answered'),
);

const share = z.strictObject({ title: name, right: count, of: count }, said('right ones of all'));

/** An exam that was sat to its end. */
const examSat = z.strictObject(
  {
    code: name,
    atMs: moment,
    tookMs: amount,
    right: count,
    of: count,
    domains: z.array(share, said('a list of domains')).max(20),
  },
  said('an exam that was sat'),
);

/** An exam that is to be sat. Without a day it was taken back: that has to be told from one that was never set. */
const examAhead = z.strictObject(
  {
    code: name,
    day: z.iso.date(said('a day such as 2026-12-24')).optional(),
    /** When it was set or taken back. */
    atMs: moment,
  },
  said('an exam that is to be sat'),
);

export const MOST_EXAMS = 100;

const exams = z.array(examSat, said('a list of exams')).max(MOST_EXAMS, said(`at most ${MOST_EXAMS} exams`));

export const progressSchema = z.strictObject(
  {
    kmsLabProgress: z.literal(2, said('version 2')),
    scenarios: bounded(scenarioProgress),
    quizzes: bounded(quizProgress),
    exams,
    examAhead: examAhead.optional(),
  },
  said('progress and nothing beside it'),
);

const quizProgress1 = z.strictObject(
  {
    right: count,
    wrong: count,
    lastRight: z.boolean(said('true or false')),
    sureAndWrong: z.boolean(said('true or false')),
    atMs: moment,
  },
  said('how an item was answered'),
);

/** As the first version wrote it: without a schedule, answers and exams. */
export const progressSchema1 = z.strictObject(
  {
    kmsLabProgress: z.literal(1, said('version 1')),
    scenarios: bounded(scenarioProgress),
    quizzes: bounded(quizProgress1),
  },
  said('progress and nothing beside it'),
);

/** What a learner has done, on this device. Moments are those of the wall clock. */
export type Progress = z.infer<typeof progressSchema>;
export type Progress1 = z.infer<typeof progressSchema1>;
export type ScenarioProgress = z.infer<typeof scenarioProgress>;
export type QuizProgress = z.infer<typeof quizProgress>;
export type Card = z.infer<typeof card>;
export type Confidence = z.infer<typeof confidence>;
export type ExamSat = z.infer<typeof examSat>;
