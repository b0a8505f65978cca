export { type Evidence, fits, Judge } from './judge';
export type {
  Guide,
  GuideCommand,
  GuideDebrief,
  GuideDecision,
  GuideGoal,
  GuidePrediction,
  GuideRates,
  GuideWorkedRun,
  Rung,
  SupportLevel,
} from './lesson/guide';
export { evidenceAt, openLesson } from './lesson/open-lesson';
export { type GoalVerdict, isConstraint, judgeTask, type TaskVerdict } from './lesson/verdicts';
export { fitted, readContent, readScenario, toScenario } from './read-scenario';
export {
  type Predicate,
  type Scenario,
  type ScenarioDebrief,
  type ScenarioFlow,
  type Step,
  scenarioJsonSchema,
  type Task,
} from './schema';
