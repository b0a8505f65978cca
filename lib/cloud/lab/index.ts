import type { AnyOperation, AwsWorld } from '../../aws';
import type { Happening } from '../../pipeline';
import { describeApplication, setApplicationKey, setApplicationLoad } from './applications';
import { describeCloudHsmClusters, setCloudHsmCluster } from './cloudhsm-cluster';
import { playSecond } from './generators/due';
import { describeLoad, reportLoad } from './load';
import { changeLoad, describeLoads, startLoad, stopLoad } from './load-generators';
import { type LoadDrive, loadDrives } from './records/load-generator';
import { describeTableScale, setTableScale } from './table-scale';
import { describeTraffic, setRegionTraffic } from './traffic';
import { describeXksProxies, setXksProxy } from './xks-proxy';

/** What a company does around AWS, as ordinary requests: each is a commit, and time travel covers it. */
export const operations: Readonly<Record<string, AnyOperation>> = {
  ChangeLoad: changeLoad,
  DescribeApplication: describeApplication,
  DescribeCloudHsmClusters: describeCloudHsmClusters,
  DescribeLoad: describeLoad,
  DescribeLoads: describeLoads,
  DescribeTableScale: describeTableScale,
  DescribeTraffic: describeTraffic,
  DescribeXksProxies: describeXksProxies,
  ReportLoad: reportLoad,
  SetApplicationKey: setApplicationKey,
  SetApplicationLoad: setApplicationLoad,
  SetCloudHsmCluster: setCloudHsmCluster,
  SetRegionTraffic: setRegionTraffic,
  SetTableScale: setTableScale,
  SetXksProxy: setXksProxy,
  StartLoad: startLoad,
  StopLoad: stopLoad,
};

/** What the clock does to the lab's own records, by table. */
export const dueHandlers = {
  [loadDrives.name]: (world: AwsWorld, record: object, happening: Happening) =>
    playSecond(world, record as LoadDrive, happening),
};

export { blastRadius } from './generators/demand';
export { poolRate } from './generators/due';
export { ANSWER_MS } from './generators/latency';
export { continuesLoad, isLoad } from './generators/moments';
export { messagesOf, reuseOf } from './generators/reuse';
export { samplesOf, totalsOf } from './generators/totals';
export { LAB_SERVICE } from './labs-own';
export { type BackfillPlan, planBackfill } from './pool-load';
export { applicationId, applications } from './records/application';
export { isRunning, type LoadGenerator, loadGenerators } from './records/load-generator';
export { type LoadSample, loadSamples } from './records/load-sample';
export { TRAFFIC_STATES, traffic, trafficId } from './records/traffic';
export { durationWords, grouped } from './words';
