export { DEFAULT_PROFILE, EXPORTED, PROFILE_VARIABLE, regionOf } from './bar';
export { type StatementPlace, statementView } from './console';
export type * from './model';
export { lookAt, type Scene } from './scene';
export { type CellRef, cellsEnded, type Look, type ScreenView, screenView } from './screen';
export { nthSeal } from './seals';
