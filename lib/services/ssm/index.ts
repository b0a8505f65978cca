export { operations } from './operations';
export { type ParameterRecord, parameters } from './records/parameter';
