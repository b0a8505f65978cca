import type { AnyOperation } from '../../aws';
import { describeApplication, setApplicationKey, setApplicationLoad } from './applications';
import { setCloudHsmCluster } from './cloudhsm-cluster';
import { describeLoad, reportLoad } from './load';
import { describeTableScale, setTableScale } from './table-scale';
import { describeTraffic, setRegionTraffic } from './traffic';
import { setXksProxy } from './xks-proxy';

/** What a company does around AWS, as ordinary requests: each is a commit, and time travel covers it. */
export const operations: Readonly<Record<string, AnyOperation>> = {
  DescribeApplication: describeApplication,
  DescribeLoad: describeLoad,
  DescribeTableScale: describeTableScale,
  DescribeTraffic: describeTraffic,
  ReportLoad: reportLoad,
  SetApplicationKey: setApplicationKey,
  SetApplicationLoad: setApplicationLoad,
  SetCloudHsmCluster: setCloudHsmCluster,
  SetRegionTraffic: setRegionTraffic,
  SetTableScale: setTableScale,
  SetXksProxy: setXksProxy,
};

export { LAB_SERVICE, productionIn } from './labs-own';
export { type BackfillPlan, type Demand, type PoolLoad, planBackfill, sharePool } from './pool-load';
export { type ApplicationRecord, applicationId, applications } from './records/application';
export { TRAFFIC_STATES, type TrafficRecord, type TrafficState, traffic, trafficId } from './records/traffic';
export { durationWords, grouped } from './words';
