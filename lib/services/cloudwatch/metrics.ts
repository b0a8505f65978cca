import type { AwsWorld } from '../../aws';

/** Who a metric belongs to. */
export interface MetricPlace {
  readonly account: string;
  readonly region: string;
}

export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** One measurement. */
export interface Sample {
  readonly atMs: number;
  readonly value: number;
}

export interface Span {
  readonly fromMs: number;
  /** Not part of the span. */
  readonly toMs: number;
  /** How far apart a metric that is always there measures itself. */
  readonly stepMs: number;
}

/**
 * Where metrics come from. Nothing is stored: a source reads the commit log and the records of the present.
 * differs: what lies behind the log's checkpoint is forgotten
 */
export interface MetricSource {
  /** The namespaces it publishes into. */
  namespaces(world: AwsWorld, place: MetricPlace): readonly string[];
  unit(metric: Metric): string;
  /** The metrics of these namespaces that have been published. */
  list(world: AwsWorld, place: MetricPlace): readonly Metric[];
  samples(world: AwsWorld, place: MetricPlace, metric: Metric, span: Span): readonly Sample[];
  /** When the metric falls silent unless somebody asks for something; Infinity where it measures itself. */
  quietAfterMs(world: AwsWorld, place: MetricPlace, metric: Metric): number;
}

export type Statistic = 'SampleCount' | 'Average' | 'Sum' | 'Minimum' | 'Maximum';
export const STATISTICS: readonly Statistic[] = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'];

/** One period's worth of a metric. */
export interface Datapoint {
  /** Start of the period. */
  readonly atMs: number;
  readonly values: Readonly<Record<Statistic, number>>;
}

/** The source that publishes into a namespace. */
export function sourceOf(
  sources: readonly MetricSource[],
  world: AwsWorld,
  place: MetricPlace,
  namespace: string,
): MetricSource | undefined {
  return sources.find((source) => source.namespaces(world, place).includes(namespace));
}

/** Samples gathered by period, oldest first; periods without any are left out. */
export function datapoints(
  samples: readonly Sample[],
  fromMs: number,
  periodMs: number,
): readonly Datapoint[] {
  const byPeriod = new Map<number, number[]>();
  for (const { atMs, value } of samples) {
    const start = fromMs + Math.floor((atMs - fromMs) / periodMs) * periodMs;
    const held = byPeriod.get(start);
    if (held) held.push(value);
    else byPeriod.set(start, [value]);
  }
  return [...byPeriod]
    .sort(([a], [b]) => a - b)
    .map(([atMs, values]) => ({ atMs, values: statisticsOf(values) }));
}

function statisticsOf(values: readonly number[]): Datapoint['values'] {
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    SampleCount: values.length,
    Average: sum / values.length,
    Sum: sum,
    Minimum: values.reduce((a, b) => Math.min(a, b)),
    Maximum: values.reduce((a, b) => Math.max(a, b)),
  };
}

export function sameDimensions(a: Metric['dimensions'], b: Metric['dimensions']): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
