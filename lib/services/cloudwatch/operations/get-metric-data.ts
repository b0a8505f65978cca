import {
  type AnyOperation,
  type Call,
  define,
  type Refusal,
  refuse,
  shape,
  type ValueOf,
} from '../../../aws';
import { type MetricSource, STATISTICS, type Statistic } from '../metrics';
import { readMetric } from '../reading';
import { refusePeriod } from '../rules/periods';
import { dimensionsOf, metric, period, unit } from '../rules/shapes';

const query = shape.structure(
  {
    Id: shape.string({ min: 1, max: 255 }),
    MetricStat: shape.structure({ Metric: metric, Period: period, Stat: shape.string(), Unit: unit }, [
      'Metric',
      'Period',
      'Stat',
    ]),
    Expression: shape.string({ min: 1, max: 2048 }),
    Label: shape.string(),
    ReturnData: shape.boolean(),
  },
  ['Id'],
);

type Query = ValueOf<typeof query>;

interface Window {
  readonly StartTime: number;
  readonly EndTime: number;
  readonly ScanBy?: 'TimestampDescending' | 'TimestampAscending';
}

/** refuses: ValidationError. differs: no metric math, no search expressions, no percentiles, one page */
export function getMetricData(sources: readonly MetricSource[]): AnyOperation {
  return define({
    service: 'cloudwatch',
    name: 'GetMetricData',
    about: 'Shows several metrics at once, one statistic of each.',
    input: shape.structure(
      {
        MetricDataQueries: shape.list(query),
        StartTime: shape.timestamp(),
        EndTime: shape.timestamp(),
        NextToken: shape.string(),
        ScanBy: shape.oneOf('TimestampDescending', 'TimestampAscending'),
        MaxDatapoints: shape.integer(),
      },
      ['MetricDataQueries', 'StartTime', 'EndTime'],
    ),
    output: shape.structure({
      MetricDataResults: shape.list(
        shape.structure({
          Id: shape.string(),
          Label: shape.string(),
          Timestamps: shape.list(shape.timestamp()),
          Values: shape.list(shape.double()),
          StatusCode: shape.string(),
        }),
      ),
      NextToken: shape.string(),
      Messages: shape.list(shape.structure({ Code: shape.string(), Value: shape.string() })),
    }),
    readOnly: true,
    permissions: () => [{ action: 'cloudwatch:GetMetricData', resource: '*' }],
    validate: ({ input }) => refuseFirst(input.MetricDataQueries),
    handle: (call) => ({
      MetricDataResults: call.input.MetricDataQueries.flatMap((query) => resultOf(call, sources, query)),
      Messages: [],
    }),
  });
}

/** What is wrong with the first query that is refused. */
function refuseFirst(queries: readonly Query[]): Refusal | undefined {
  for (const { Id, MetricStat } of queries) {
    if (!MetricStat) {
      return refuse('ValidationError', `The query ${Id} has no MetricStat; the lab computes no expressions.`);
    }
    if (!STATISTICS.includes(MetricStat.Stat as Statistic)) {
      return refuse('ValidationError', `The value ${MetricStat.Stat} for parameter Stat is not supported.`);
    }
    const badPeriod = refusePeriod(MetricStat.Period);
    if (badPeriod) return badPeriod;
  }
  return undefined;
}

/** One query's answer, or none where it is asked to keep its data back. */
function resultOf(
  call: Call<Window>,
  sources: readonly MetricSource[],
  { Id, Label, MetricStat, ReturnData }: Query,
) {
  if (!MetricStat || ReturnData === false) return [];
  const { StartTime, EndTime, ScanBy } = call.input;
  const { Metric, Period, Stat } = MetricStat;
  const { Namespace = '', MetricName = '' } = Metric;
  const wanted = { namespace: Namespace, name: MetricName, dimensions: dimensionsOf(Metric.Dimensions) };
  const window = { startMs: StartTime, endMs: EndTime, periodMs: Period * 1000 };
  const points = [...readMetric(call, sources, wanted, window)];
  if (ScanBy !== 'TimestampAscending') points.reverse();
  return {
    Id,
    Label: Label ?? MetricName,
    Timestamps: points.map(({ atMs }) => atMs),
    Values: points.map(({ values }) => values[Stat as Statistic]),
    StatusCode: 'Complete',
  };
}
