export { dueHandlers } from './due';
export { operations } from './operations';
export { type ItemRecord, items, type StoredItem, type StoredValue } from './records/item';
export { type ReplicationRecord, replication } from './records/replication';
export { type ScaleRecord, scales } from './records/scale';
export { type KeySchema, type TableRecord, tables } from './records/table';
export type { AttributeMap, AttributeValue } from './rules/shapes';
export { type Scale, scaleOf, setScale } from './scale';
