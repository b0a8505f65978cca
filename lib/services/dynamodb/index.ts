export { dueHandlers } from './due';
export { operations } from './operations';
export { type ItemRecord, items, type StoredItem, type StoredValue } from './records/item';
export { replication } from './records/replication';
export { type TableRecord, tables } from './records/table';
export { scaleOf, setScale } from './scale';
