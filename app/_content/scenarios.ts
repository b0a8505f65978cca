import { type Course, inCourseOrder, readCourse, readScenario, type Scenario } from '../../lib/scenario';
import type { ScenarioSummary } from '../../lib/views';
import { contentFile, contentFolder } from './files';

/** Every scenario in the order of the course. */
export function allScenarios(): readonly Scenario[] {
  return inCourseOrder(course(), contentFolder('scenarios', readScenario));
}

/** Those that stand on the home page. */
export function homeScenarios(): readonly Scenario[] {
  const { home } = course();
  return allScenarios().filter(({ id }) => home.includes(id));
}

function course(): Course {
  return contentFile('course.yaml', readCourse);
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
