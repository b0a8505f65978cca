import * as z from 'zod';
import type { Read } from '../reading';
import { line, listOf, readContent } from '../scenario';
import { QUIZ_TYPES } from './schema';

const said = (message: string) => ({ error: message });
const only = (what: string) => said(`${what} and nothing beside it`);
const count = z.int(said('a whole number')).min(1, said('1 or more'));

const exam = z.strictObject(
  {
    code: z.string().regex(/^[A-Z]{3}-C\d\d$/, said('a code such as SCS-C03')),
    title: line,
    note: line,
    questions: count,
    /** The others try new questions out and count for nothing. */
    scored: count,
    minutes: count,
    forms: listOf(z.enum(QUIZ_TYPES, said(`one of ${QUIZ_TYPES.join(', ')}`)), { least: 1 }),
    domains: listOf(
      z.strictObject({ title: line, weight: count.max(100, said('a share in percent')) }, only('a domain')),
      { least: 2, most: 10 },
    ).refine(
      (domains) => domains.reduce((sum, { weight }) => sum + weight, 0) === 100,
      said('domains whose weights are 100 together'),
    ),
    source: line,
    checked: z.iso.date(said('the day it was checked, such as 2026-11-20')),
  },
  only('an exam'),
);

/** A certification exam, as far as its guide is public. */
export type Exam = z.infer<typeof exam>;

export function readExam(text: string): Read<Exam> {
  return readContent('exam', text, exam);
}
