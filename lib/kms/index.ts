export { dueHandlers } from './due';
export { operations } from './operations';
export { materialOfCiphertext, type SealOfCiphertext } from './read-ciphertext';
export { type AliasRecord, aliases } from './records/alias';
export { type GrantRecord, grants } from './records/grant';
export { type KeyRecord, keys, ownerOf } from './records/key';
export { type MaterialRecord, materials } from './records/material';
export { kmsThrottled } from './rules/errors';
