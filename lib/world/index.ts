export type { Due } from './due';
export type { Change, Commit } from './log';
export type { TableDefinition } from './table';
export { World } from './world';
