import type { AwsWorld } from '../../aws';
import type { MetricSource, Sample, Span, Statistic } from './metrics';
import { datapoints, sourceOf } from './metrics';
import type { AlarmRecord, AlarmState } from './records/alarm';
import type { Comparison } from './rules/shapes';

/** What an alarm makes of the periods before a moment. */
export interface Evaluation {
  readonly state: AlarmState;
  readonly reason: string;
  readonly reasonData: string;
}

interface Seen {
  readonly atMs: number;
  readonly value: number;
}

/**
 * The state of an alarm at a moment, from the datapoints of its last periods.
 * assumed: it looks at exactly `EvaluationPeriods` periods; AWS also looks at a few before them when data is missing
 */
function evaluate(alarm: AlarmRecord, samples: readonly Sample[], endMs: number): Evaluation {
  const { periodMs, evaluationPeriods, datapointsToAlarm, statistic, missingData } = alarm;
  const fromMs = endMs - evaluationPeriods * periodMs;
  const inside = samples.filter(({ atMs }) => atMs >= fromMs && atMs < endMs);
  const seen = datapoints(inside, fromMs, periodMs).map(({ atMs, values }) => ({
    atMs,
    value: values[statistic],
  }));
  const breaching = seen.filter(({ value }) => COMPARE[alarm.comparison](value, alarm.threshold));
  const missing = evaluationPeriods - seen.length;
  const reasonData = reasonDataOf(alarm, seen, endMs);
  const counted = breaching.length + (missingData === 'breaching' ? missing : 0);
  if (counted >= datapointsToAlarm)
    return { state: 'ALARM', reason: crossed(alarm, breaching, true), reasonData };
  if (seen.length > 0 || missingData === 'breaching') {
    return { state: 'OK', reason: crossed(alarm, seen, false), reasonData };
  }
  const unknown = `${evaluationPeriods} ${evaluationPeriods === 1 ? 'datapoint was' : 'datapoints were'}`;
  if (missingData === 'notBreaching') {
    const reason = `Threshold Crossed: no datapoints were received for ${evaluationPeriods} period${evaluationPeriods === 1 ? '' : 's'} and ${evaluationPeriods} missing datapoint${evaluationPeriods === 1 ? ' was' : 's were'} treated as [NonBreaching].`;
    return { state: 'OK', reason, reasonData };
  }
  const state = missingData === 'ignore' ? alarm.state : 'INSUFFICIENT_DATA';
  return { state, reason: `Insufficient Data: ${unknown} unknown.`, reasonData };
}

const COMPARE: Readonly<Record<Comparison, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

const WORDS: Readonly<Record<Comparison, string>> = {
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  GreaterThanThreshold: 'greater than',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
};

/** assumed: the sentence, after alarms seen in public */
function crossed(alarm: AlarmRecord, shown: readonly Seen[], isAlarm: boolean): string {
  const { evaluationPeriods, datapointsToAlarm, comparison, threshold } = alarm;
  const values = shown.map(({ atMs, value }) => `${decimal(value)} (${shortTime(atMs)})`).join(', ');
  const not = isAlarm ? '' : 'not ';
  const verb = shown.length === 1 ? 'was' : 'were';
  const change = isAlarm ? 'OK -> ALARM' : 'ALARM -> OK';
  const needed = isAlarm ? datapointsToAlarm : evaluationPeriods - datapointsToAlarm + 1;
  const least = `minimum ${needed} datapoint${needed === 1 ? '' : 's'} for ${change} transition`;
  return `Threshold Crossed: ${shown.length} out of the last ${evaluationPeriods} datapoints [${values}] ${verb} ${not}${WORDS[comparison]} the threshold (${decimal(threshold)}) (${least}).`;
}

function reasonDataOf(alarm: AlarmRecord, seen: readonly Seen[], endMs: number): string {
  return JSON.stringify({
    version: '1.0',
    queryDate: new Date(endMs).toISOString(),
    statistic: alarm.statistic satisfies Statistic,
    period: alarm.periodMs / 1000,
    recentDatapoints: seen.map(({ value }) => value),
    threshold: alarm.threshold,
  });
}

function decimal(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

/** `22/11/26 09:00:00` */
function shortTime(ms: number): string {
  const [year = '', month = '', day = ''] = new Date(ms).toISOString().slice(2, 10).split('-');
  return `${day}/${month}/${year} ${new Date(ms).toISOString().slice(11, 19)}`;
}

export interface Change {
  readonly atMs: number;
  readonly evaluation: Evaluation;
}

/**
 * The first moment after now, up to `untilMs`, at which an alarm's state changes if nobody asks for anything.
 * An alarm looks more often than its period is long, each time at the periods that end just then.
 */
export function nextChange(
  world: AwsWorld,
  sources: readonly MetricSource[],
  alarm: AlarmRecord,
  untilMs: number,
): Change | undefined {
  const lookMs = looksEveryMs(alarm);
  const firstEnd = (Math.floor(world.nowMs / lookMs) + 1) * lookMs;
  if (firstEnd > untilMs) return undefined;
  const source = sourceOf(sources, world, alarm, alarm.metric.namespace);
  const quietMs = source?.quietAfterMs(world, alarm, alarm.metric) ?? world.nowMs;
  const spanMs = spanOf(alarm);
  // Once the last sample has left the window nothing changes any more.
  const lastEnd = Math.min(untilMs, Math.max(firstEnd, quietMs + lookMs) + spanMs);
  for (let fromMs = firstEnd; fromMs <= lastEnd; fromMs += STRIDE * lookMs) {
    const toMs = Math.min(lastEnd, fromMs + (STRIDE - 1) * lookMs);
    const samples = samplesOf(world, source, alarm, { fromMs: fromMs - spanMs, toMs });
    for (let endMs = fromMs; endMs <= toMs; endMs += lookMs) {
      const evaluation = evaluate(alarm, samples, endMs);
      if (evaluation.state !== alarm.state) return { atMs: endMs, evaluation };
    }
  }
  return undefined;
}

/** So many looks are taken together. */
const STRIDE = 60;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * How far apart an alarm's looks are: a minute, less where its period is shorter, an hour where it looks at more than a
 * day. assumed: as AWS's guide for alarms tells it
 */
function looksEveryMs(alarm: AlarmRecord): number {
  return spanOf(alarm) > DAY_MS ? HOUR_MS : Math.min(alarm.periodMs, MINUTE_MS);
}

/** How much an alarm looks at. */
function spanOf({ evaluationPeriods, periodMs }: AlarmRecord): number {
  return evaluationPeriods * periodMs;
}

/** What an alarm sees at a moment. */
export function evaluateAt(
  world: AwsWorld,
  sources: readonly MetricSource[],
  alarm: AlarmRecord,
  endMs: number,
): Evaluation {
  const source = sourceOf(sources, world, alarm, alarm.metric.namespace);
  const samples = samplesOf(world, source, alarm, { fromMs: endMs - spanOf(alarm), toMs: endMs });
  return evaluate(alarm, samples, endMs);
}

function samplesOf(
  world: AwsWorld,
  source: MetricSource | undefined,
  alarm: AlarmRecord,
  { fromMs, toMs }: Pick<Span, 'fromMs' | 'toMs'>,
): readonly Sample[] {
  return source?.samples(world, alarm, alarm.metric, { fromMs, toMs, stepMs: looksEveryMs(alarm) }) ?? [];
}
