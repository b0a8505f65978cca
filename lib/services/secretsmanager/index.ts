export { dueHandlers } from './due';
export { operations } from './operations';
export { type SecretRecord, secrets } from './records/secret';
export { type VersionRecord, versions } from './records/version';
