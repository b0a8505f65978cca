export { dueHandlers } from './due';
export { operations } from './operations';
