import * as z from 'zod';
import { account, command, id, line, listOf, predicate, prose, region } from '../scenario';

const said = (message: string) => ({ error: message });
const only = (what: string) => said(`${what} and nothing beside it`);

const QUIZ_TYPES = ['single', 'multiple', 'order', 'match', 'hotspot', 'predict'] as const;
export type QuizType = (typeof QUIZ_TYPES)[number];

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
      /** For `multiple`: how many. */
      choose: z.int(said('a whole number')).min(2, said('2 or more')).max(5).optional(),
      /** A document the stem speaks of. A hotspot has none: its options are the lines. */
      exhibit: z
        .strictObject(
          {
            title: line,
            lines: listOf(z.string().max(200), { least: 1, most: 60 }),
            /** Numbers of the lines that decide, from 1; shown after answering. */
            decides: listOf(z.int(said('a line number')).min(1, said('1 or more')), { most: 60 }).default([]),
          },
          only('an exhibit'),
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
      exam: listOf(z.strictObject({ code: line, domain: line }, only('an exam'))).default([]),
      facts: listOf(id, { least: 1 }),
    },
    only('a quiz item'),
  )
  .check((context) => {
    for (const { path, expected, found } of loose(context.value)) {
      context.issues.push({ code: 'custom', message: expected, path, input: found });
    }
  });

interface Loose {
  readonly path: PropertyKey[];
  readonly expected: string;
  readonly found: unknown;
}

interface Keyed {
  readonly type: QuizType;
  readonly choose?: number | undefined;
  readonly options: readonly { readonly id: string; readonly when?: unknown }[];
  readonly targets: readonly { readonly id: string }[];
  readonly key?: readonly string[] | undefined;
  readonly matches?: Readonly<Record<string, string>> | undefined;
}

/** What an item's parts have to be for its type. */
function loose(item: Keyed): Loose[] {
  const ids = item.options.map((one) => one.id);
  const found: Loose[] = [];
  const miss = (path: PropertyKey[], expected: string, value: unknown) =>
    found.push({ path, expected, found: value });
  if (new Set(ids).size < ids.length) miss(['options'], 'options with ids of their own', ids.join(', '));
  const stray = (item.key ?? []).filter((one) => !ids.includes(one));
  if (stray.length > 0) miss(['key'], `ids of options (${ids.join(', ')})`, stray.join(', '));
  const wanted = KEY_LENGTH[item.type](item);
  if (item.type === 'match') {
    const targets = item.targets.map((one) => one.id);
    const right = ids.every((one) => targets.includes(item.matches?.[one] ?? ''));
    if (!right) miss(['matches'], `one of ${targets.join(', ')} for each option`, item.matches);
  } else if (item.key?.length !== wanted) {
    miss(['key'], `${wanted} id${wanted === 1 ? '' : 's'}`, item.key?.length ?? 0);
  }
  if (item.type === 'multiple' && item.choose === undefined)
    miss(['choose'], 'how many to choose', undefined);
  if (item.type === 'predict' && item.options.some(({ when }) => when === undefined)) {
    miss(['options'], 'a condition for each option', undefined);
  }
  return found;
}

const KEY_LENGTH: Readonly<Record<QuizType, (item: Keyed) => number>> = {
  single: () => 1,
  predict: () => 1,
  multiple: ({ choose }) => choose ?? 2,
  order: ({ options }) => options.length,
  match: () => 0,
  hotspot: ({ key }) => Math.max(1, key?.length ?? 1),
};

export type QuizItem = z.infer<typeof quizItem>;

export function quizJsonSchema(): object {
  return z.toJSONSchema(quizItem, { io: 'input', unrepresentable: 'any' });
}
