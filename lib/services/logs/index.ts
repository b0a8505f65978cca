export { filterSamples, filtersIn } from './metrics';
export { createLogsOperations } from './operations';
export type { Deliveries } from './ports';
