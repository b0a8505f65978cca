export type { AwsCommit, Evidence } from './evidence';
export { answerName, Judge } from './judge';
