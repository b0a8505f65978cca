import type { Call } from '../../aws';
import { placeOf } from './finding';
import { type Datapoint, datapoints, type Metric, type MetricSource, sourceOf } from './metrics';

export interface Window {
  readonly startMs: number;
  readonly endMs: number;
  readonly periodMs: number;
}

/** The datapoints of a metric, oldest first. Periods begin at whole multiples of themselves; the future is empty. */
export function readMetric(
  call: Call<object>,
  sources: readonly MetricSource[],
  metric: Metric,
  { startMs, endMs, periodMs }: Window,
): readonly Datapoint[] {
  const place = placeOf(call);
  const fromMs = Math.floor(startMs / periodMs) * periodMs;
  const toMs = Math.min(endMs, call.nowMs + 1);
  const source = sourceOf(sources, call.world, place, metric.namespace);
  if (!source || toMs <= fromMs) return [];
  const samples = source.samples(call.world, place, metric, { fromMs, toMs, stepMs: periodMs });
  return datapoints(samples, fromMs, periodMs);
}

export function unitOf(call: Call<object>, sources: readonly MetricSource[], metric: Metric): string {
  return sourceOf(sources, call.world, placeOf(call), metric.namespace)?.unit(metric) ?? 'None';
}
