export { originWords, type StatementPlace, statementView } from './console';
export { homeView, labPath, type RunSummary, SANDBOX_PATH, type ScenarioSummary } from './home';
export { momentOf } from './map';
export type * from './model';
export { proofParts } from './proof';
export { lookAt, type Scene } from './scene';
export { type CellRef, cellsEnded, type Look, type ScreenView, screenView } from './screen';
export { timeOfDay } from './words';
