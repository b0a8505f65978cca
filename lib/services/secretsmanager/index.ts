export { dueHandlers } from './due';
export { operations } from './operations';
export { secrets } from './records/secret';
export { versions } from './records/version';
