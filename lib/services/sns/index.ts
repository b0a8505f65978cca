export { operations } from './operations';
export { topics } from './records/topic';
