export { operations } from './operations';
export { type BucketRecord, buckets, type DefaultEncryption, type SseAlgorithm } from './records/bucket';
export { type BucketKeyRecord, bucketKeys } from './records/bucket-key';
export { type ObjectEncryption, type ObjectRecord, objects } from './records/object';
