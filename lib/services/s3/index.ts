export { dueHandlers } from './due';
export { operations, ownOperations } from './operations';
export { type BucketRecord, buckets } from './records/bucket';
export { objects } from './records/object';
export { travelling } from './records/travelling';
export { replicaBucketsOf } from './replication';
export { BUCKET_KEY_MS } from './rules/timing';
