export type { RanStatement, ShellSnapshot } from '../cli';
export { type Difference, differences } from './differences';
export { freshShell } from './fresh-shell';
export type {
  FlowRule,
  GuideMove,
  GuideOutcome,
  Lesson,
  LessonIdentity,
  LessonMoment,
  StageNotes,
} from './lesson';
export type { GateStrip, Line, Moment } from './line';
export {
  type PortableCell,
  type PortableRun,
  shortHash,
  toPortable,
} from './portable';
export {
  type Branch,
  branchOf,
  type Cell,
  type CellOrigin,
  cellsOf,
  type Run,
  type StatementRecord,
} from './run';
export { fromRunFile, RUN_FILE_TYPE, runFileName, toRunFile } from './run-file';
export { type CellEnd, type Drift, Session } from './session';
export { type Compression, fromShareText, toShareText } from './share';
export { readStored, readStoredRun, type StoredRun, toStored, toStoredCell } from './stored';
export { PRODUCT_VERSION } from './version';
