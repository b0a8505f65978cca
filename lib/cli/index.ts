export { cloudPort } from './cloud-port';
export { type CompletionContext, complete, type Suggestion, type Suggestions } from './complete';
export type { LabPort, SentAnswer } from './port';
export { type CellOptions, type CellResult, runCell } from './shell/cell';
export { CELL_LIMITS, type CellLimits } from './shell/limits';
export { type NewShell, newShell } from './shell/new-shell';
export type { ShellSnapshot, StoredFile } from './shell/snapshot';
export type { CellListener, RanStatement } from './shell/transcript';
