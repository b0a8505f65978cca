export type { Due } from './due';
export type { Change, Commit } from './log';
export { Table, type TableDefinition } from './table';
export { World, type WorldOptions } from './world';
