import * as z from 'zod';
import type { Read } from '../reading';
import { readContent } from './read-scenario';
import { id, listOf } from './schema/text';

/** The order in which a newcomer meets the labs, by the ids of their scenarios. */
export interface Course {
  /** On the home page as well. */
  readonly home: readonly string[];
  readonly labs: readonly string[];
}

const course = z.strictObject(
  { home: listOf(id, { least: 1, most: 100 }), labs: listOf(id, { most: 100 }) },
  { error: 'the lists home and labs and nothing beside them' },
);

export function readCourse(text: string): Read<Course> {
  return readContent('course', text, course);
}

/** Sorted by the course; what it does not name comes last, so that a lab that is being written can be opened. */
export function inCourseOrder<T extends { readonly id: string }>(
  { home, labs }: Course,
  all: readonly T[],
): T[] {
  const order = [...home, ...labs];
  const rank = (one: T) => {
    const at = order.indexOf(one.id);
    return at < 0 ? order.length : at;
  };
  return [...all].sort((a, b) => rank(a) - rank(b));
}
