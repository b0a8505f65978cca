import { describe, expect, it } from 'vitest';
import { problemSentence } from '../reading';
import { inCourseOrder, readCourse } from './course';

describe('a course', () => {
  it('sorts labs, those it does not name last and in the order they came', () => {
    const course = { home: ['b', 'a'], labs: ['c'] };
    const all = ['x', 'a', 'c', 'y', 'b'].map((id) => ({ id }));
    expect(inCourseOrder(course, all).map(({ id }) => id)).toEqual(['b', 'a', 'c', 'x', 'y']);
  });

  it('is read strictly', () => {
    expect(readCourse('home: [first]\nlabs: []\n')).toEqual({
      ok: true,
      value: { home: ['first'], labs: [] },
    });
    const read = readCourse('home: [first]\nlabs: []\nmore: 1\n');
    expect(read.ok ? 'read' : problemSentence(read.problem)).toBe(
      'The course cannot be read: expected known members only, found more.',
    );
  });
});
