export { dueHandlers } from './due';
export { operations, ownOperations } from './operations';
export { type BucketRecord, buckets, type DefaultEncryption, type SseAlgorithm } from './records/bucket';
export { type BucketKeyRecord, bucketKeys } from './records/bucket-key';
export { type ObjectEncryption, type ObjectRecord, objects, type ReplicationStatus } from './records/object';
export { type TravellingRecord, travelling } from './records/travelling';
export { type VersionRecord, versions } from './records/version';
export { replicaBucketsOf } from './replication';
export { BUCKET_KEY_MS } from './rules/timing';
