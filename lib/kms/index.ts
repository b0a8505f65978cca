export { operations } from './operations';
export { type AliasRecord, aliases } from './records/alias';
export { type GrantRecord, grants } from './records/grant';
export { type KeyRecord, keys } from './records/key';
export { type MaterialRecord, materials } from './records/material';
export { kmsThrottled } from './rules/errors';
