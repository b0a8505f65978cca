export { type Bill, billsOf, dollars, type KeyLine, type RequestLine } from './bill';
export { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT, HOME_USER } from './cloud';
export type { Judgement, Supposed } from './judge';
export {
  ANSWER_MS,
  applicationId,
  applications,
  type BackfillPlan,
  blastRadius,
  continuesLoad,
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
  planBackfill,
  poolRate,
  reuseOf,
  TRAFFIC_STATES,
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
