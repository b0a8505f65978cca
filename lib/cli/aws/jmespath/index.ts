export { JmespathError } from './errors';
export { evaluate } from './evaluate';
export type { Node } from './node';
export { parseJmespath } from './parser';
