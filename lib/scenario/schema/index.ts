export type { LOOK_UP_NAMES, Matcher, OPERATOR_NAMES } from './matcher';
export type {
  CanMatch,
  FileMatch,
  ItemsMatch,
  KeyMatch,
  KeyReference,
  Predicate,
  RequestMatch,
} from './predicate';
export {
  type Scenario,
  type ScenarioFlow,
  type ScenarioPrincipal,
  scenario as scenarioSchema,
  scenarioJsonSchema,
} from './scenario';
export type { DeadEnd, Goal, Move, Prediction, RatePicker, Step, Task } from './step';
export { BOUNDS } from './text';
