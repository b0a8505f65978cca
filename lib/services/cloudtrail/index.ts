export { type Delivered, deliveredTo, isDeliveredTo } from './delivery';
export type { AwsCommit, ServiceEvent, TrailFacts } from './facts';
export { type FoundRecord, type Lookup, type LookupKey, lookUp } from './lookup';
export { createCloudTrailOperations } from './operations';
export type { CloudTrailRecord, TrailResource, UserIdentity } from './record';
export { isDataEvent } from './rules/data-events';
export { userNameOf } from './rules/identity';
export { trailRecords } from './trail';
