import type { MetricSource } from '../../services/cloudwatch';
import type { Deliveries } from '../../services/logs';
import { kmsKeys } from './kms-keys';
import { kmsUsage } from './kms-usage';
import { metricFilters } from './metric-filters';

/** Who publishes metrics. */
export function metricSources(deliveries: Deliveries): readonly MetricSource[] {
  return [kmsKeys, kmsUsage, metricFilters(deliveries)];
}
