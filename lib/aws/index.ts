export { addressOfSource } from './addresses';
export { formatArn, isAccountId, parseArn, regionalArn } from './arn';
export { type Definition, define, deniedSentence, type Permission } from './define';
export {
  type AccessCheck,
  type Answer,
  type AnyOperation,
  type ApiRequest,
  type Audit,
  type AwsWorld,
  type Call,
  type Charge,
  type ConditionValues,
  type Denial,
  type InnerCall,
  type Operation,
  type OtherAllow,
  type Outcome,
  type RequestSource,
  STAGES,
  type Stage,
} from './operation';
export { pagesOf } from './pages';
export type { Principal } from './principal';
export { asClientsSee } from './query-names';
export { isRefusal, type Refusal, refuse } from './refusal';
export { isRegion, partitionOf, REGIONS } from './regions';
export type { AnyStructureShape, Shape, StructureShape, ValueOf } from './shapes';
export * as shape from './shapes';
export { validate } from './validate';
