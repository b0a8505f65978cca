import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemSentence } from '../../lib/reading';
import { type Course, inCourseOrder, readCourse, readScenario, type Scenario } from '../../lib/scenario';
import type { ScenarioSummary } from '../../lib/views';

const CONTENT = join(process.cwd(), 'content');
const FOLDER = join(CONTENT, 'scenarios');

/** Every scenario in the order of the course, read when the site is built. A file that cannot be read stops the build. */
export function allScenarios(): readonly Scenario[] {
  if (!existsSync(FOLDER)) return [];
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
  const scenarios = files.sort().map((name) => {
    const read = readScenario(readFileSync(join(FOLDER, name), 'utf8'));
    if (!read.ok) throw new Error(`content/scenarios/${name}: ${problemSentence(read.problem)}`);
    return read.value;
  });
  return inCourseOrder(course(), scenarios);
}

/** Those that stand on the home page. */
export function homeScenarios(): readonly Scenario[] {
  const { home } = course();
  return allScenarios().filter(({ id }) => home.includes(id));
}

function course(): Course {
  const read = readCourse(readFileSync(join(CONTENT, 'course.yaml'), 'utf8'));
  if (!read.ok) throw new Error(`content/course.yaml: ${problemSentence(read.problem)}`);
  return read.value;
}

export function summaryOf({ id, title, summary, minutes, pager, steps }: Scenario): ScenarioSummary {
  return {
    id,
    title,
    summary,
    minutes,
    pager,
    steps: steps.map((step) => ({ id: step.id, title: step.title })),
  };
}
