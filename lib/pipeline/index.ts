export type { Engine, Ports, Verdict } from './engine';
export { policyPrincipal } from './policy-principal';
export { type Bucket, bucketId, buckets, throttled, tokensAt } from './quota';
export { ask, type Reply, requestIdOf, send } from './send';
export type { StageReport, Trace } from './trace';
