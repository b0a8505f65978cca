import * as z from 'zod';
import { account, command, id, line, listOf, predicate, prose, region } from '../scenario';
import { misfits } from './type-rules';

const said = (message: string) => ({ error: message });
const only = (what: string) => said(`${what} and nothing beside it`);

export const QUIZ_TYPES = ['single', 'multiple', 'order', 'match', 'hotspot', 'predict'] as const;
export type QuizType = (typeof QUIZ_TYPES)[number];

/** The problem classes of KMS, by what goes wrong. */
const PROBLEMS = [
  'replicated-but-unreadable',
  'locked-out-key',
  'throttling-and-bill',
  'half-a-handshake',
  'context-and-audit-gap',
  'rotated-not-rewrapped',
] as const;
export type ProblemClass = (typeof PROBLEMS)[number];

const lineNumber = z.int(said('a line number')).min(1, said('1 or more')).max(60, said('60 or less'));

/** One line of the exhibit, or the first and the last of several; always kept as both ends. */
const lineSpan = z
  .union(
    [lineNumber, z.tuple([lineNumber, lineNumber])],
    said('the number of a line, or the first and the last of several'),
  )
  .transform((span): [number, number] => (typeof span === 'number' ? [span, span] : span));

/** Commands and what has to be so after them, in a fresh world. */
const demonstration = z.strictObject(
  { lead: line, run: listOf(command, { least: 1, most: 20 }), holds: predicate },
  only('a demonstration'),
);

const option = z.strictObject(
  {
    id,
    text: line,
    /** Why it is right, or why it is not. */
    why: prose,
    /** Of a wrong one: what somebody who chooses it believes. */
    misconception: id.optional(),
    /** Of a wrong one: when it would be the answer. */
    rightWhen: prose.optional(),
    /** Commands that show it failing. */
    demo: demonstration.optional(),
    /** For `predict`: it is the answer where this holds after the proof's commands. */
    when: predicate.optional(),
    /** For `hotspot`: where it stands in the exhibit. */
    line: lineSpan.optional(),
    /** For `hotspot`: which node of the diagram it is. */
    node: line.optional(),
    /** For `match`: why a target is wrong for it, by the target's id. */
    whyNot: z.record(id, prose, said('reasons by targets')).optional(),
  },
  only('an option'),
);

/** What makes the key true: the engine, or where no engine can show it, a fact. */
const proof = z.strictObject(
  {
    regions: listOf(region, { least: 1, most: 4 }).default(['eu-west-1']),
    roles: listOf(z.strictObject({ profile: id, account, role: line }, only('a role')), { most: 4 }).default(
      [],
    ),
    setup: listOf(command, { most: 20 }).default([]),
    /** Shown beside the answer, with its output. */
    run: listOf(command, { most: 20 }).default([]),
    holds: predicate.optional(),
    facts: listOf(id, { most: 10 }).default([]),
  },
  only('a proof'),
);

export const quizItem = z
  .strictObject(
    {
      id,
      version: z.int(said('a whole number')).min(1, said('1 or more')),
      type: z.enum(QUIZ_TYPES, said(`one of ${QUIZ_TYPES.join(', ')}`)),
      stem: prose,
      /** For `multiple`: how many. A hotspot takes as many as its key has. */
      choose: z.int(said('a whole number')).min(2, said('2 or more')).max(5).optional(),
      /** A document the stem speaks of. For a hotspot, its options may be lines of it. */
      exhibit: z
        .strictObject(
          {
            title: line,
            lines: listOf(z.string().max(200), { least: 1, most: 60 }),
            /** Numbers of the lines that decide, from 1; shown after answering. */
            decides: listOf(lineNumber, { most: 60 }).default([]),
          },
          only('an exhibit'),
        )
        .optional(),
      /** For a hotspot whose options are nodes of a picture. */
      diagram: z
        .strictObject(
          {
            title: line,
            /** A flowchart, one node or edge a line. */
            mermaid: prose,
            /** The picture in words, a sentence a line. */
            twin: listOf(line, { least: 1 }),
          },
          only('a diagram'),
        )
        .optional(),
      options: listOf(option, { least: 2, most: 8 }),
      targets: listOf(z.strictObject({ id, text: line }, only('a target')), { most: 8 }).default([]),
      /** Ids of the options that are right; for `order` all of them in order. */
      key: listOf(id, { least: 1, most: 8 }).optional(),
      /** For `match`: the target of each option. */
      matches: z.record(id, id, said('a target for each option')).optional(),
      proof,
      trap: z.strictObject({ name: line, cue: line, lure: line }, only('a trap')),
      concepts: listOf(id, { least: 1 }),
      covers: listOf(z.string().regex(/^[A-Z]-\d{3}$/, said('an id such as Q-072'))),
      /** The problem class it drills, where it belongs to one. */
      problem: z.enum(PROBLEMS, said(`one of ${PROBLEMS.join(', ')}`)).optional(),
      /** The scenario that teaches it; scenarios that ask it in their debrief need not be named. */
      scenario: id.optional(),
      exam: listOf(z.strictObject({ code: line, domain: line }, only('an exam'))).default([]),
      facts: listOf(id, { least: 1 }),
    },
    only('a quiz item'),
  )
  .check((context) => {
    for (const { path, expected, found } of misfits(context.value)) {
      context.issues.push({ code: 'custom', message: expected, path, input: found });
    }
  });

export type QuizItem = z.infer<typeof quizItem>;

export function quizJsonSchema(): object {
  return z.toJSONSchema(quizItem, { io: 'input', unrepresentable: 'any' });
}
