import type { AnyOperation } from '../../../aws';
import type { Deliveries } from '../ports';
import { associateKmsKey } from './associate-kms-key';
import { createLogGroup } from './create-log-group';
import { createLogStream } from './create-log-stream';
import { deleteLogGroup } from './delete-log-group';
import { deleteMetricFilter } from './delete-metric-filter';
import { describeLogGroups } from './describe-log-groups';
import { describeMetricFilters } from './describe-metric-filters';
import { disassociateKmsKey } from './disassociate-kms-key';
import { filterLogEvents } from './filter-log-events';
import { getLogEvents } from './get-log-events';
import { putLogEvents } from './put-log-events';
import { putMetricFilter } from './put-metric-filter';

/** @param deliveries what other services deliver to log groups. */
export function createLogsOperations(deliveries: Deliveries): Readonly<Record<string, AnyOperation>> {
  return {
    AssociateKmsKey: associateKmsKey,
    CreateLogGroup: createLogGroup,
    CreateLogStream: createLogStream,
    DeleteLogGroup: deleteLogGroup,
    DeleteMetricFilter: deleteMetricFilter,
    DescribeLogGroups: describeLogGroups,
    DescribeMetricFilters: describeMetricFilters,
    DisassociateKmsKey: disassociateKmsKey,
    FilterLogEvents: filterLogEvents(deliveries),
    GetLogEvents: getLogEvents(deliveries),
    PutLogEvents: putLogEvents,
    PutMetricFilter: putMetricFilter,
  };
}
