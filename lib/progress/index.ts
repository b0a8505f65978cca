export {
  type GivenAnswer,
  NO_PROGRESS,
  type Progress,
  type QuizProgress,
  readProgress,
  type ScenarioProgress,
  toReview,
  withAnswer,
  withScenarioDone,
  withStep,
  writeProgress,
} from './progress';
