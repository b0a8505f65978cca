export type { Evidence } from './evidence';
export { answerName, Judge } from './judge';
