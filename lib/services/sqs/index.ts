export { dueHandlers } from './due';
export { operations } from './operations';
export { type MessageRecord, messages } from './records/message';
export { type QueueRecord, queues } from './records/queue';
