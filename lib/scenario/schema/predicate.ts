import * as z from 'zod';
import { matcher, members } from './matcher';
import { id, line, listOf, noun, region } from './text';

const said = (message: string) => ({ error: message });
const only = (what: string) => said(`${what} and nothing beside it`);

/** A request of the learner's that became a commit, refused or not. */
const requestMatch = z
  .strictObject(
    {
      service: noun.optional(),
      operation: z
        .union([noun, listOf(noun, { least: 1 })], said('an operation or a list of them'))
        .optional(),
      region: region.optional(),
      /** Part of the caller's ARN: `role/payments-app`, `assumed-role/payments-app`. */
      caller: line.optional(),
      input: members.optional(),
      /** `ok`, `refused`, or the exception's name. */
      outcome: z.union([noun, listOf(noun, { least: 1 })], said('ok, refused or an exception')).optional(),
      /** The text of a refusal: `{ $contains: "no resource-based policy" }`. */
      message: matcher.optional(),
      /** What CloudTrail keeps of the answer; the lab's own requests keep all of it. */
      answer: members.optional(),
      /** A KMS key it worked on, as it is now. */
      onKey: members.optional(),
      /** Counts only what came after the newest request like this one. */
      get after() {
        return requestMatch.optional();
      },
      /** How often at the least; once where left out. */
      times: z.int(said('a whole number')).min(1, said('1 or more')).max(10_000).optional(),
    },
    only('a request'),
  )
  .describe('Only what is named is compared.');

/** How a KMS key is found: by alias, by what an application uses, or any in the Region. */
const keyReference = z.strictObject(
  { region, alias: line.optional(), application: id.optional() },
  only('a Region with an alias or an application'),
);

const keyMatch = z.strictObject(
  {
    region,
    alias: line.optional(),
    application: id.optional(),
    /** Members as DescribeKey answers them. */
    is: members.optional(),
    /** Shares its key id, and so its material, with this one. */
    sameAs: keyReference.optional(),
  },
  only('a key'),
);

const itemsMatch = z.strictObject(
  {
    table: line,
    region,
    which: z.enum(['all', 'any', 'none'], said('all, any or none')),
    /** Attributes as DynamoDB writes them: `{ v: { N: "2" } }`. */
    is: members,
  },
  only('items of a table'),
);

/**
 * In the input and the answer, `{ $item: wrapped }` stands for that attribute of the item at hand, `{ $file: NAME }`
 * for the bytes of a file, `{ $keyId: alias/app }` and `{ $keyArn: alias/app }` for what names the key.
 */
const canMatch = z.strictObject(
  {
    /** A principal of this scenario. */
    as: id,
    service: noun,
    operation: noun,
    region,
    input: z.record(z.string().max(200), matcher, said('the input of the request')),
    /** Asks once for each item. */
    each: z
      .strictObject(
        { table: line, region, which: z.enum(['all', 'any'], said('all or any')) },
        only('items of a table'),
      )
      .optional(),
    outcome: z.union([noun, listOf(noun, { least: 1 })], said('ok, refused or an exception')),
    /** Members of the answer, where there is one. */
    answer: members.optional(),
    /** The text of the refusal, where it is refused. */
    message: matcher.optional(),
  },
  only('a question to the engine'),
);

const clockMatch = z
  .strictObject(
    {
      /** The lab's clock shows this moment or a later one. */
      from: z.iso.datetime(said('a moment such as 2026-12-01T09:50:00Z')).optional(),
      /** It has not come to this moment yet. */
      until: z.iso.datetime(said('a moment such as 2026-12-01T09:50:00Z')).optional(),
    },
    only('a moment from, a moment until, or both'),
  )
  .refine(({ from, until }) => from !== undefined || until !== undefined, said('a moment from or until'));

/** A file of the learner's shell. A path that does not begin with `/` stands in the home folder. */
const fileMatch = z.strictObject(
  {
    path: line,
    /** False: there is no such file. */
    there: z.boolean(said('true or false')).optional(),
    /** Its text, or its bytes as base64: `{ $contains: ... }`, `{ $json: ... }`. */
    text: matcher.optional(),
    /** It holds the same bytes as this file. */
    sameAs: line.optional(),
  },
  only('a file'),
);

const trafficMatch = z.strictObject(
  {
    region,
    is: z.enum(['serving', 'standby', 'drained', 'none'], said('serving, standby, drained or none')),
  },
  only('traffic of a Region'),
);

const outputMatch = z.strictObject(
  {
    /** Part of what was typed. */
    source: line.optional(),
    contains: line,
  },
  only('output of a cell'),
);

const answeredMatch = z.strictObject(
  { step: id, option: z.union([id, listOf(id, { least: 1 })], said('an option or a list of them')) },
  only('an answer'),
);

const limitMatch = z.strictObject(
  { times: z.int(said('a whole number')).min(1, said('1 or more')), request: requestMatch },
  only('a number of times and a request'),
);

const statements = {
  /** It happened. */
  request: requestMatch.optional(),
  /** It never happened. */
  never: requestMatch.optional(),
  /** It happened so many times at the most. */
  atMost: limitMatch.optional(),
  key: keyMatch.optional(),
  items: itemsMatch.optional(),
  can: canMatch.optional(),
  clock: clockMatch.optional(),
  file: fileMatch.optional(),
  traffic: trafficMatch.optional(),
  output: outputMatch.optional(),
  answered: answeredMatch.optional(),
};
const names = [...Object.keys(statements), 'all', 'any', 'not'];
const expected = said(`a condition: one or more of ${names.join(', ')}`);

export type RequestMatch = z.infer<typeof requestMatch>;
export type KeyReference = z.infer<typeof keyReference>;
export type KeyMatch = z.infer<typeof keyMatch>;
export type ItemsMatch = z.infer<typeof itemsMatch>;
export type CanMatch = z.infer<typeof canMatch>;
export type FileMatch = z.infer<typeof fileMatch>;
type Statements = z.infer<z.ZodObject<typeof statements>>;

/** A statement about the world, the log of requests and what the learner said. Several members must all hold. */
export type Predicate = Statements & {
  readonly all?: readonly Predicate[] | undefined;
  readonly any?: readonly Predicate[] | undefined;
  readonly not?: Predicate | undefined;
};

export const predicate: z.ZodType<Predicate> = z.lazy(() =>
  z
    .strictObject(
      {
        ...statements,
        all: listOf(predicate, { least: 1 }).optional(),
        any: listOf(predicate, { least: 1 }).optional(),
        not: predicate.optional(),
      },
      expected,
    )
    .refine((value) => Object.keys(value).length > 0, expected),
);
