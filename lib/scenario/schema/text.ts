import * as z from 'zod';
import { isRegion } from '../../aws';

/** What a file may hold at most; a stranger's file is no exception. */
export const BOUNDS = {
  fileLength: 512_000,
  steps: 40,
  list: 60,
  line: 400,
  prose: 6_000,
  command: 4_000,
} as const;

/** In these schemas a message says what was expected. */
const said = (message: string) => ({ error: message });

const atMost = (max: number) => said(`at most ${max.toLocaleString('en-US')} characters`);

/** A stable name: it is kept in learners' runs, so it never changes once published. */
export const id = z
  .string(said('a name'))
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, said('a name of lower-case letters, digits and hyphens'))
  .max(80, atMost(80));

/** One line of text; Markdown within the line where a learner reads it. */
export const line = z
  .string(said('a line of text'))
  .min(1, said('text'))
  .max(BOUNDS.line, atMost(BOUNDS.line));

/** Markdown. */
export const prose = z.string(said('text')).min(1, said('text')).max(BOUNDS.prose, atMost(BOUNDS.prose));

/** What is typed into the console. */
export const command = z
  .string(said('a command'))
  .min(1, said('a command'))
  .max(BOUNDS.command, atMost(BOUNDS.command))
  .transform((text) => text.trimEnd());

export const region = z
  .string(said('a Region'))
  .refine(isRegion, said('the code of a Region, such as eu-west-1'));

export const account = z.string(said('an account id')).regex(/^\d{12}$/, said('an account id of 12 digits'));

/** A name of AWS's: an operation, an exception, a service. */
export const noun = z
  .string(said('a name'))
  .regex(/^[A-Za-z][A-Za-z0-9.-]*$/, said('a name'))
  .max(100);

export function listOf<S extends z.ZodType>(member: S, { least = 0, most = BOUNDS.list as number } = {}) {
  return z
    .array(member, said('a list'))
    .min(least, said(`a list of at least ${least}`))
    .max(most, said(`a list of at most ${most}`));
}
