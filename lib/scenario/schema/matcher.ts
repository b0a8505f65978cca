import * as z from 'zod';

/** What a map of operators may ask for. What each says stands in `judge/fits.ts`. */
export const OPERATOR_NAMES = [
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$contains',
  '$startsWith',
  '$oneOf',
  '$absent',
  '$not',
  '$some',
  '$every',
  '$none',
  '$count',
  '$json',
] as const;

/** What stands for a value that is looked up when a question is asked: `judge/question.ts`. */
export const LOOK_UP_NAMES = ['$item', '$base64', '$file', '$applicationKey', '$keyId', '$keyArn'] as const;

/**
 * What a value should be like. Only what is named is compared: a map asks for its members, a list for its
 * elements, anything else for itself. A map of operators asks for what they say: `$gt`, `$gte`, `$lt`, `$lte`,
 * `$contains`, `$startsWith`, `$oneOf`, `$not`, and `$absent: true` for no value at all; of a list `$some`,
 * `$every`, `$none` and `$count`; of a text that holds JSON `$json`.
 */
export type Matcher =
  | null
  | boolean
  | number
  | string
  | readonly Matcher[]
  | { readonly [member: string]: Matcher };

const KNOWN: readonly string[] = [...OPERATOR_NAMES, ...LOOK_UP_NAMES];
const asked = { error: `members, or one of ${KNOWN.join(', ')}` };

/** `$` begins a word of ours, so a mistyped one is a fault and not a member nothing has. */
const member = z
  .string()
  .max(200)
  .regex(/^(?!\$)/);

export const matcher: z.ZodType<Matcher> = z.lazy(() =>
  z.union(
    [
      z.null(),
      z.boolean(),
      z.number(),
      z.string().max(4_000),
      z.array(matcher).max(60),
      z.record(member, matcher),
      z.partialRecord(z.enum([...OPERATOR_NAMES, ...LOOK_UP_NAMES]), matcher),
    ],
    asked,
  ),
);

export const members = z.record(member, matcher, { error: 'members and what each should be' });
