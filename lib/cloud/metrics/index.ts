import type { MetricSource } from '../../services/cloudwatch';
import { kmsKeys } from './kms-keys';
import { kmsUsage } from './kms-usage';

/** Who publishes metrics. */
export const METRIC_SOURCES: readonly MetricSource[] = [kmsKeys, kmsUsage];
