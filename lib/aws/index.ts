export { type Arn, formatArn, isAccountId, parseArn, regionalArn } from './arn';
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
  type PolicyLayer,
  type RequestSource,
  type Stage,
  STAGES,
} from './operation';
export type { Principal } from './principal';
export { isRefusal, type Refusal, refuse } from './refusal';
export { isRegion, partitionOf, REGIONS } from './regions';
export * as shape from './shapes';
export type { Shape, StructureShape, ValueOf } from './shapes';
export { validate } from './validate';
