export { operations } from './operations';
export { parameters } from './records/parameter';
