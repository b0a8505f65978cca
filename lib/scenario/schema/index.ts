export type { Matcher } from './matcher';
export type { CanMatch, ItemsMatch, KeyMatch, KeyReference, Predicate, RequestMatch } from './predicate';
export {
  type Scenario,
  type ScenarioDebrief,
  type ScenarioFlow,
  type ScenarioPrincipal,
  scenario as scenarioSchema,
  scenarioJsonSchema,
} from './scenario';
export type { DeadEnd, Decision, Goal, Move, Prediction, RatePicker, Step, Task } from './step';
export { BOUNDS } from './text';
