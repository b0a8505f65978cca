export { dueHandlers } from './due';
export { operations } from './operations';
export { type InstanceRecord, instances } from './records/instance';
export { type SnapshotRecord, snapshots } from './records/snapshot';
export { type Attachment, type EbsEncryption, type VolumeRecord, volumes } from './records/volume';
