import { define, isRefusal, shape } from '../../../aws';
import { groupArnOf } from '../finding';
import { filtersIn } from '../metrics';
import { pageOf } from '../rules/pages';
import { filterName, groupName, nextToken, transformations } from '../rules/shapes';

const MOST = 50;

export const describeMetricFilters = define({
  service: 'logs',
  name: 'DescribeMetricFilters',
  about: 'Lists metric filters.',
  input: shape.structure({
    logGroupName: groupName,
    filterNamePrefix: filterName,
    nextToken,
    limit: shape.integer({ min: 1, max: MOST }),
  }),
  output: shape.structure({
    metricFilters: shape.list(
      shape.structure({
        filterName: shape.string(),
        filterPattern: shape.string(),
        metricTransformations: transformations,
        creationTime: shape.long(),
        logGroupName: shape.string(),
      }),
    ),
    nextToken: shape.string(),
  }),
  readOnly: true,
  permissions: () => [{ action: 'logs:DescribeMetricFilters', resource: '*' }],
  handle: (call) => {
    const { logGroupName, filterNamePrefix = '', limit = MOST } = call.input;
    const group = logGroupName === undefined ? undefined : groupArnOf(call, logGroupName);
    const own = filtersIn(call.world, { account: call.principal.account, region: call.region });
    const page = pageOf(
      own.filter(
        ({ groupArn, name }) => (group ?? groupArn) === groupArn && name.startsWith(filterNamePrefix),
      ),
      call.input.nextToken,
      limit,
    );
    if (isRefusal(page)) return page;
    const metricFilters = page.items.map((filter) => ({
      filterName: filter.name,
      filterPattern: filter.pattern,
      metricTransformations: [
        {
          metricName: filter.metric,
          metricNamespace: filter.namespace,
          metricValue: filter.value,
          unit: filter.unit,
        },
      ],
      creationTime: filter.createdAtMs,
      logGroupName: filter.groupArn.slice(filter.groupArn.indexOf('log-group:') + 'log-group:'.length),
    }));
    return { metricFilters, nextToken: page.next };
  },
});
