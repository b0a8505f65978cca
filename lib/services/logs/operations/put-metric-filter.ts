import { define, isRefusal, shape } from '../../../aws';
import { groupOf, groupPermission } from '../finding';
import { filters } from '../records/filter';
import { invalid } from '../rules/errors';
import { compilePattern } from '../rules/filter-pattern';
import { filterName, filterPattern, groupName, transformations } from '../rules/shapes';

/** Counts what comes in from now on. refuses: InvalidParameter (the pattern), ResourceNotFound */
export const putMetricFilter = define({
  service: 'logs',
  name: 'PutMetricFilter',
  about: 'Counts the events of a log group that fit a pattern as a CloudWatch metric.',
  input: shape.structure(
    {
      logGroupName: groupName,
      filterName,
      filterPattern,
      metricTransformations: transformations,
    },
    ['logGroupName', 'filterName', 'filterPattern', 'metricTransformations'],
  ),
  readOnly: false,
  permissions: (call) => [groupPermission(call, 'PutMetricFilter', call.input.logGroupName)],
  validate: ({ input }) =>
    compilePattern(input.filterPattern) ? undefined : invalid('Invalid metric filter pattern'),
  handle: (call) => {
    const group = groupOf(call, call.input.logGroupName);
    if (isRefusal(group)) return group;
    const [counted] = call.input.metricTransformations;
    if (!counted) return invalid('One metric transformation is required.');
    call.world.put(filters, {
      groupArn: group.arn,
      name: call.input.filterName,
      pattern: call.input.filterPattern,
      namespace: counted.metricNamespace,
      metric: counted.metricName,
      value: counted.metricValue,
      unit: counted.unit,
      createdAtMs: call.nowMs,
    });
    return {};
  },
});
