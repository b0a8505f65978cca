export type { Engine, Ports, Verdict } from './engine';
export { type GrantedQuota, grantedQuota, grantedQuotas } from './granted-quotas';
export { type Happening, happen, type OwnCall, traceHappening } from './happening';
export { eventIdOf, idOf, purposeOfCommit, requestIdOf } from './ids';
export { policyPrincipal } from './policy-principal';
export { type Bucket, bucketId, buckets, throttled, tokensAt } from './quota';
export { ask, type Reply, send } from './send';
export type { StageReport, Trace } from './trace';
