export { cloudPort } from './cloud-port';
export { complete } from './complete';
export type { LabPort } from './port';
export { type CellResult, runCell } from './shell/cell';
export { newShell } from './shell/new-shell';
export type { ShellSnapshot } from './shell/snapshot';
export type { RanStatement } from './shell/transcript';
