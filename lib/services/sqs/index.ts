export { dueHandlers } from './due';
export { operations } from './operations';
export { queues } from './records/queue';
