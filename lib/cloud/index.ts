export { type Bill, billsOf, dollars, type KeyLine, type RequestLine } from './bill';
export { Cloud, type CloudOptions, HOME_ACCESS_KEY, HOME_ACCOUNT, HOME_USER } from './cloud';
export type { JudgedCheck, Judgement, Supposed } from './judge';
export {
  ANSWER_MS,
  type ApplicationRecord,
  applicationId,
  applications,
  type BackfillPlan,
  blastRadius,
  continuesLoad,
  type Demand,
  durationWords,
  grouped,
  isLoad,
  isRunning,
  LAB_SERVICE,
  type LoadGenerator,
  type LoadSample,
  loadGenerators,
  loadSamples,
  messagesOf,
  type PoolLoad,
  planBackfill,
  poolRate,
  productionIn,
  reuseOf,
  samplesOf,
  sharePool,
  TRAFFIC_STATES,
  type TrafficRecord,
  type TrafficState,
  totalsOf,
  traffic,
  trafficId,
} from './lab';
export { TRAIL_FACTS } from './operations';
export {
  actionsOfOperation,
  CONDITION_KEYS,
  conditionKeysFor,
  KMS_ACTIONS,
  keyPolicyRules,
  NARROWING_KEYS,
} from './policy-facts';
export { quotaCodeOf } from './quotas';
