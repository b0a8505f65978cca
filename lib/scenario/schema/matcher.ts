import * as z from 'zod';

/**
 * What a value should be like. Only what is named is compared: a map asks for its members, a list for its
 * elements, anything else for itself. A map of operators asks for what they say: `$gt`, `$gte`, `$lt`, `$lte`,
 * `$contains`, `$startsWith`, `$oneOf`, `$not`, and `$absent: true` for no value at all.
 */
export type Matcher =
  | null
  | boolean
  | number
  | string
  | readonly Matcher[]
  | { readonly [member: string]: Matcher };

export const matcher: z.ZodType<Matcher> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string().max(4_000),
    z.array(matcher).max(60),
    z.record(z.string().max(200), matcher),
  ]),
);

export const members = z.record(z.string().max(200), matcher, { error: 'members and what each should be' });
