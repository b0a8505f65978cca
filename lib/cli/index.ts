export { cloudPort } from './cloud-port';
export { type CompletionContext, complete } from './complete';
export type { Suggestion, Suggestions } from './complete/suggestion';
export type { LabPort, SentAnswer } from './port';
export { type CellOptions, type CellResult, runCell } from './shell/cell';
export type { CellLimits } from './shell/limits';
export { type NewShell, newShell } from './shell/new-shell';
export type { ShellSnapshot, StoredFile } from './shell/snapshot';
export type { CellListener, RanStatement } from './shell/transcript';
