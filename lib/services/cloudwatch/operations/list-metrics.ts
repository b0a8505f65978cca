import { type AnyOperation, define, isRefusal, shape } from '../../../aws';
import { placeOf } from '../finding';
import type { Metric, MetricSource } from '../metrics';
import { pageOf } from '../rules/pages';
import { dimensionFilters, metric, metricName, namespace, shownDimensions } from '../rules/shapes';

const MOST_METRICS = 500;

/** differs: a metric is listed at once; at AWS it takes up to fifteen minutes to appear */
export function listMetrics(sources: readonly MetricSource[]): AnyOperation {
  return define({
    service: 'cloudwatch',
    name: 'ListMetrics',
    about: 'Lists the metrics that have been published in this account and Region.',
    input: shape.structure({
      Namespace: namespace,
      MetricName: metricName,
      Dimensions: dimensionFilters,
      NextToken: shape.string(),
      RecentlyActive: shape.oneOf('PT3H'),
    }),
    output: shape.structure({ Metrics: shape.list(metric), NextToken: shape.string() }),
    readOnly: true,
    permissions: () => [{ action: 'cloudwatch:ListMetrics', resource: '*' }],
    handle: (call) => {
      const { Namespace, MetricName, Dimensions = [], NextToken } = call.input;
      const fits = ({ namespace: space, name, dimensions }: Metric) =>
        (Namespace ?? space) === space &&
        (MetricName ?? name) === name &&
        Dimensions.every(
          ({ Name, Value }) =>
            Object.hasOwn(dimensions, Name) && (Value ?? dimensions[Name]) === dimensions[Name],
        );
      const all = sources.flatMap((source) => source.list(call.world, placeOf(call))).filter(fits);
      const page = pageOf(all, NextToken, MOST_METRICS);
      if (isRefusal(page)) return page;
      const Metrics = page.items.map(({ namespace: space, name, dimensions }) => ({
        Namespace: space,
        MetricName: name,
        Dimensions: shownDimensions(dimensions),
      }));
      return { Metrics, NextToken: page.next };
    },
  });
}
