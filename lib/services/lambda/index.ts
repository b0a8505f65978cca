export { dueHandlers } from './due';
export { operations } from './operations';
export { type FunctionRecord, functions } from './records/function';
