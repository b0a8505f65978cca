import type { MetricSource } from '../../services/cloudwatch';
import { type Deliveries, filterSamples, filtersIn } from '../../services/logs';

/** What metric filters count in log groups. */
export function metricFilters(deliveries: Deliveries): MetricSource {
  return {
    namespaces: (world, place) => filtersIn(world, place).map(({ namespace }) => namespace),
    unit: () => 'None',
    list: (world, place) =>
      filtersIn(world, place)
        .filter(({ namespace, metric: name }) => {
          const wanted = { namespace, metric: name, fromMs: 0, toMs: Number.POSITIVE_INFINITY };
          return filterSamples(world, place, deliveries, wanted).length > 0;
        })
        .map(({ namespace, metric }) => ({ namespace, name: metric, dimensions: {} })),
    samples: (world, place, { namespace, name, dimensions }, { fromMs, toMs }) =>
      Object.keys(dimensions).length > 0
        ? []
        : filterSamples(world, place, deliveries, { namespace, metric: name, fromMs, toMs }),
    quietAfterMs: (world) => world.nowMs,
  };
}
