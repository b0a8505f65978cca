export { deliveredTo, isDeliveredTo } from './delivery';
export type { AwsCommit, ServiceEvent, TrailFacts } from './facts';
export { createCloudTrailOperations } from './operations';
export type { CloudTrailRecord } from './record';
export { trailRecords } from './trail';
