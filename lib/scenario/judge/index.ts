export type { AwsCommit, Evidence } from './evidence';
export { fits } from './fits';
export { answerName, Judge } from './judge';
