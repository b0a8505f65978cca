export { dueHandlers } from './due';
export { operations } from './operations';
export { type DBInstanceRecord, type DBInstanceStatus, dbInstances } from './records/db-instance';
export { type DBSnapshotRecord, dbSnapshots } from './records/db-snapshot';
