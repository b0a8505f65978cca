export { filterSamples, filtersIn } from './metrics';
export { createLogsOperations } from './operations';
export type { DeliveredEvent, Deliveries } from './ports';
export { type GroupRecord, groups } from './records/group';
