export { type Course, inCourseOrder, readCourse } from './course';
export { type CoverageFamily, coverageOf, readCoverage } from './coverage';
export { definedTwice, type Fact, readFacts } from './facts';
export { Judge } from './judge';
export { broken, type Finding, findingLine } from './laws/finding';
export { flowParts } from './laws/flow-laws';
export { citations, examLaw, type Knowledge } from './laws/knowledge-laws';
export { proveScenario } from './laws/prove';
export type {
  Guide,
  SupportLevel,
} from './lesson/guide';
export { openLesson } from './lesson/open-lesson';
export { readContent, readScenario, toScenario } from './read-scenario';
export { Rehearsal, transcript } from './rehearsal';
export {
  type Predicate,
  type Scenario,
  scenarioJsonSchema,
} from './schema';
export { predicate } from './schema/predicate';
export { account, command, id, line, listOf, noun, prose, region } from './schema/text';
