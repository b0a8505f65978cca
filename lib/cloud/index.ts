export { Cloud, type CloudOptions, HOME_ACCESS_KEY, HOME_ACCOUNT, HOME_USER } from './cloud';
export { GLOBAL_KEYS } from './global-conditions';
export type { JudgedCheck, Judgement, Supposed } from './judge';
export {
  type ApplicationRecord,
  applicationId,
  applications,
  type BackfillPlan,
  type Demand,
  durationWords,
  grouped,
  LAB_SERVICE,
  type PoolLoad,
  planBackfill,
  productionIn,
  sharePool,
  TRAFFIC_STATES,
  type TrafficRecord,
  type TrafficState,
  traffic,
  trafficId,
} from './lab';
