export type { Engine, Verdict } from './engine';
export { grantedQuota, grantedQuotas } from './granted-quotas';
export { type Happening, happen, traceHappening } from './happening';
export { eventIdOf, idOf, purposeOfCommit, requestIdOf } from './ids';
export { policyPrincipal } from './policy-principal';
export { bucketId, buckets, throttled, tokensAt } from './quota';
export { ask, type Reply, send } from './send';
export type { StageReport, Trace } from './trace';
