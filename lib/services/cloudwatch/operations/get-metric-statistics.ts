import { type AnyOperation, define, type Refusal, refuse, shape } from '../../../aws';
import type { MetricSource } from '../metrics';
import { readMetric, unitOf } from '../reading';
import { MOST_DATAPOINTS, refusePeriod } from '../rules/periods';
import { dimensions, dimensionsOf, metricName, namespace, period, statistic, unit } from '../rules/shapes';

interface Wanted {
  readonly StartTime: number;
  readonly EndTime: number;
  readonly Period: number;
  readonly Statistics?: readonly string[];
}

/** refuses: InvalidParameterValue, InvalidParameterCombination, MissingParameter. assumed: their texts */
export function getMetricStatistics(sources: readonly MetricSource[]): AnyOperation {
  return define({
    service: 'cloudwatch',
    name: 'GetMetricStatistics',
    about: 'Shows statistics of one metric, period by period.',
    input: shape.structure(
      {
        Namespace: namespace,
        MetricName: metricName,
        Dimensions: dimensions,
        StartTime: shape.timestamp(),
        EndTime: shape.timestamp(),
        Period: period,
        Statistics: shape.list(statistic, { min: 1, max: 5 }),
        Unit: unit,
      },
      ['Namespace', 'MetricName', 'StartTime', 'EndTime', 'Period'],
    ),
    output: shape.structure({
      Label: shape.string(),
      Datapoints: shape.list(
        shape.structure({
          Timestamp: shape.timestamp(),
          SampleCount: shape.double(),
          Average: shape.double(),
          Sum: shape.double(),
          Minimum: shape.double(),
          Maximum: shape.double(),
          Unit: unit,
        }),
      ),
    }),
    readOnly: true,
    permissions: () => [{ action: 'cloudwatch:GetMetricStatistics', resource: '*' }],
    validate: ({ input }) => refuseWindow(input),
    handle: (call) => {
      const { Namespace, MetricName, StartTime, EndTime, Period, Statistics = [] } = call.input;
      const metric = {
        namespace: Namespace,
        name: MetricName,
        dimensions: dimensionsOf(call.input.Dimensions),
      };
      const window = { startMs: StartTime, endMs: EndTime, periodMs: Period * 1000 };
      const Unit = unitOf(call, sources, metric);
      const Datapoints = readMetric(call, sources, metric, window).map(({ atMs, values }) => ({
        Timestamp: atMs,
        ...Object.fromEntries(Statistics.map((name) => [name, values[name]])),
        Unit,
      }));
      return { Label: MetricName, Datapoints };
    },
  });
}

function refuseWindow({ StartTime, EndTime, Period, Statistics }: Wanted): Refusal | undefined {
  const badPeriod = refusePeriod(Period);
  if (badPeriod) return badPeriod;
  if (StartTime >= EndTime) {
    const text = 'The parameter StartTime must be less than the parameter EndTime.';
    return refuse('InvalidParameterValue', text);
  }
  if (!Statistics) {
    return refuse('MissingParameter', 'The parameter Statistics is required: name one or more of them.');
  }
  const count = Math.ceil((EndTime - StartTime) / (Period * 1000));
  if (count <= MOST_DATAPOINTS) return undefined;
  const text = `You have requested up to ${count} datapoints, which exceeds the limit of ${MOST_DATAPOINTS}. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`;
  return refuse('InvalidParameterCombination', text);
}
