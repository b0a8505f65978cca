import { describe, expect, it } from 'vitest';
import { HOME_ACCOUNT } from '../../cloud';
import { imports } from '../../kms';
import { HOUR_MS, MINUTE_MS, START_MS, wholeCloud } from '../servicequotas/whole-cloud.testkit';
import { alarms } from '.';

const REGION = 'eu-west-1';
const SYMMETRIC = [
  { Name: 'Class', Value: 'None' },
  { Name: 'Resource', Value: 'CryptographicOperationsSymmetric' },
  { Name: 'Service', Value: 'KMS' },
  { Name: 'Type', Value: 'API' },
];
const USAGE = { Namespace: 'AWS/Usage', MetricName: 'CallCount', Dimensions: SYMMETRIC };
const BUSY = {
  AlarmName: 'busy',
  ...USAGE,
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 3,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  TreatMissingData: 'notBreaching',
};

function lab() {
  const whole = wholeCloud(REGION);
  const watch = <O = unknown>(operation: string, input: object = {}) =>
    whole.send<O>('cloudwatch', operation, input);
  const randoms = (count: number) => {
    for (let i = 0; i < count; i++) whole.send('kms', 'GenerateRandom', { NumberOfBytes: 1 });
  };
  const alarm = () =>
    watch<{ MetricAlarms: { StateValue: string; StateUpdatedTimestamp: number; StateReason: string }[] }>(
      'DescribeAlarms',
    ).MetricAlarms[0];
  const state = () => [alarm()?.StateValue, ((alarm()?.StateUpdatedTimestamp ?? 0) - START_MS) / MINUTE_MS];
  return { ...whole, watch, randoms, alarm, state };
}

const day = { StartTime: START_MS, EndTime: START_MS + 24 * HOUR_MS };

describe('metrics', () => {
  it('count the calls of a pool, and of one operation, from the log (services 10)', () => {
    const { watch, randoms, wait, send } = lab();
    randoms(2);
    send('kms', 'ListKeys');
    wait(90_000);
    randoms(1);
    expect(
      watch('GetMetricStatistics', { ...USAGE, ...day, Period: 60, Statistics: ['Sum', 'SampleCount'] }),
    ).toEqual({
      Label: 'CallCount',
      Datapoints: [
        { Timestamp: START_MS, Sum: 2, SampleCount: 2, Unit: 'None' },
        { Timestamp: START_MS + MINUTE_MS, Sum: 1, SampleCount: 1, Unit: 'None' },
      ],
    });
    expect(watch('ListMetrics', { Namespace: 'AWS/Usage' })).toEqual({
      Metrics: [
        USAGE,
        {
          ...USAGE,
          Dimensions: SYMMETRIC.map((d) => (d.Name === 'Resource' ? { ...d, Value: 'ListKeys' } : d)),
        },
      ],
      NextToken: undefined,
    });
  });

  it('count reported load as it was admitted, minute by minute', () => {
    const { watch, send, wait } = lab();
    send('lab', 'ReportLoad', { Seconds: 90, Backfill: 120_000 });
    wait(5 * MINUTE_MS);
    const query = { Id: 'calls', MetricStat: { Metric: USAGE, Period: 60, Stat: 'Sum' } };
    expect(watch('GetMetricData', { MetricDataQueries: [query], ...day })).toEqual({
      MetricDataResults: [
        {
          Id: 'calls',
          Label: 'CallCount',
          Timestamps: [START_MS + MINUTE_MS, START_MS],
          Values: [3_000_000, 6_000_000],
          StatusCode: 'Complete',
        },
      ],
      Messages: [],
    });
  });

  it('count what a pool admits of bulk load, so that an alarm rings while it runs and falls silent after it', () => {
    const { watch, send, wait, newKey, state } = lab();
    const KeyId = newKey();
    watch('PutMetricAlarm', { ...BUSY, Threshold: 4_800 });
    send('lab', 'StartLoad', {
      Name: 'storm',
      Service: 'kms',
      Operation: 'GenerateDataKey',
      KeyId,
      PerSecond: 100,
      Seconds: 60,
    });
    wait(MINUTE_MS);
    const read = {
      ...USAGE,
      StartTime: START_MS,
      EndTime: START_MS + HOUR_MS,
      Period: 60,
      Statistics: ['Sum'],
    };
    const [first] = watch<{ Datapoints: { Sum: number }[] }>('GetMetricStatistics', read).Datapoints;
    expect(first?.Sum).toBeGreaterThanOrEqual(6_000);
    expect(first?.Sum).toBeLessThan(6_020);
    expect(state()).toEqual(['ALARM', 1]);
    wait(3 * MINUTE_MS);
    expect(state()).toEqual(['OK', 2]);
  });

  it('count successful requests by key, and none that was refused', () => {
    const { watch, send, newKey } = lab();
    const KeyArn = newKey();
    const encrypt = () => send('kms', 'Encrypt', { KeyId: KeyArn, Plaintext: new Uint8Array(1) });
    encrypt();
    send('kms', 'DisableKey', { KeyId: KeyArn });
    encrypt();
    const wanted = {
      Namespace: 'AWS/KMS',
      MetricName: 'SuccessfulRequest',
      Dimensions: [
        { Name: 'KeyArn', Value: KeyArn },
        { Name: 'Operation', Value: 'Encrypt' },
      ],
    };
    expect(watch('GetMetricStatistics', { ...wanted, ...day, Period: 60, Statistics: ['Sum'] })).toEqual({
      Label: 'SuccessfulRequest',
      Datapoints: [{ Timestamp: START_MS, Sum: 1, Unit: 'Count' }],
    });
  });

  it.each([
    [{ Period: 45 }, /^InvalidParameterValue: /],
    [{ EndTime: START_MS }, /^InvalidParameterValue: /],
    [{ Statistics: undefined }, /^MissingParameter: /],
    [{ EndTime: START_MS + 25 * HOUR_MS }, /^InvalidParameterCombination: You have requested up to 1500 /],
  ])('are refused for %j', (wrong, text) => {
    const asked = { ...USAGE, ...day, Period: 60, Statistics: ['Sum'], ...wrong };
    expect(lab().watch('GetMetricStatistics', asked)).toMatch(text);
  });
});

describe('an alarm', () => {
  it('fires when the period ends, and calms down by itself, each as a commit of its own', () => {
    const { cloud, watch, randoms, wait, state, alarm } = lab();
    watch('PutMetricAlarm', BUSY);
    expect([state(), alarm()?.StateReason]).toEqual([
      ['INSUFFICIENT_DATA', 0],
      'Unchecked: Initial alarm creation',
    ]);
    wait(MINUTE_MS);
    expect(state()).toEqual(['OK', 1]);
    randoms(3);
    wait(59_000);
    expect(state()).toEqual(['OK', 1]);
    const before = cloud.world.log.head;
    wait(24 * HOUR_MS);
    const seen = cloud.world.log.since(before).filter(({ request }) => request.service === 'lab');
    expect(seen.map(({ atMs, changes }) => [(atMs - START_MS) / MINUTE_MS, changes.length])).toEqual([
      [2, 1],
      [3, 1],
    ]);
    expect(state()).toEqual(['OK', 3]);
    cloud.world.rewind(before + 1);
    expect(alarm()).toMatchObject({
      StateValue: 'ALARM',
      StateReason:
        'Threshold Crossed: 1 out of the last 1 datapoints [3.0 (22/11/26 09:01:00)] was greater than or equal to the threshold (3.0) (minimum 1 datapoint for OK -> ALARM transition).',
    });
  });

  it('waits for as many datapoints as it was told', () => {
    const { watch, randoms, wait, state } = lab();
    watch('PutMetricAlarm', { ...BUSY, EvaluationPeriods: 3, DatapointsToAlarm: 2 });
    randoms(3);
    wait(MINUTE_MS);
    expect(state()).toEqual(['OK', 1]);
    wait(MINUTE_MS);
    randoms(3);
    wait(MINUTE_MS);
    expect(state()).toEqual(['ALARM', 3]);
    wait(HOUR_MS);
    expect(state()).toEqual(['OK', 4]);
  });

  it('looks every minute at the last period, however long that is', () => {
    const { watch, randoms, wait, state } = lab();
    watch('PutMetricAlarm', { ...BUSY, Period: 300 });
    wait(7 * MINUTE_MS);
    expect(state()).toEqual(['OK', 1]);
    randoms(2);
    wait(2 * MINUTE_MS);
    randoms(1);
    wait(MINUTE_MS);
    expect(state()).toEqual(['ALARM', 10]);
    wait(HOUR_MS);
    expect(state()).toEqual(['OK', 13]);
  });

  it('looks every hour where it looks at more than a day', () => {
    const { watch, randoms, wait, state } = lab();
    watch('PutMetricAlarm', { ...BUSY, Period: 86_400, EvaluationPeriods: 2, DatapointsToAlarm: 1 });
    wait(90 * MINUTE_MS);
    expect(state()).toEqual(['OK', 60]);
    randoms(3);
    wait(HOUR_MS);
    expect(state()).toEqual(['ALARM', 120]);
  });

  it('warns before imported material expires (services 10)', () => {
    const { cloud, watch, wait, state, newKey } = lab();
    const keyArn = newKey({ Origin: 'EXTERNAL' });
    const held = { keyArn, materialId: 'm', wrapped: '', wrapping: {} as never, importedAtMs: START_MS };
    cloud.world.collect(() => cloud.world.put(imports, { ...held, validToMs: START_MS + 48 * HOUR_MS }));
    watch('PutMetricAlarm', {
      ...BUSY,
      Namespace: 'AWS/KMS',
      MetricName: 'SecondsUntilKeyMaterialExpiration',
      Dimensions: [{ Name: 'KeyId', Value: keyArn.split('/')[1] }],
      Statistic: 'Minimum',
      Period: 300,
      Threshold: 86_400,
      ComparisonOperator: 'LessThanOrEqualToThreshold',
    });
    wait(25 * HOUR_MS);
    expect(state()).toEqual(['ALARM', 24 * 60 + 1]);
  });

  it('takes a state that is set by hand until it looks again', () => {
    const { watch, wait, state } = lab();
    watch('PutMetricAlarm', BUSY);
    watch('SetAlarmState', { AlarmName: 'busy', StateValue: 'ALARM', StateReason: 'drill' });
    expect(state()).toEqual(['ALARM', 0]);
    wait(MINUTE_MS);
    expect(state()).toEqual(['OK', 1]);
    expect(watch('SetAlarmState', { AlarmName: 'no', StateValue: 'OK', StateReason: '' })).toBe(
      'ResourceNotFound: There is no alarm named no.',
    );
  });

  it('is shown whole, and gone when it is deleted', () => {
    const { watch } = lab();
    watch('PutMetricAlarm', { ...BUSY, AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:ops'] });
    const { MetricAlarms } = watch<{ MetricAlarms: unknown[] }>('DescribeAlarms', { AlarmNames: ['busy'] });
    const { AlarmName, TreatMissingData, ...metric } = BUSY;
    expect(MetricAlarms).toEqual([
      {
        ...metric,
        AlarmName,
        TreatMissingData,
        AlarmArn: `arn:aws:cloudwatch:eu-west-1:${HOME_ACCOUNT}:alarm:busy`,
        AlarmConfigurationUpdatedTimestamp: START_MS,
        ActionsEnabled: true,
        OKActions: [],
        AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:ops'],
        InsufficientDataActions: [],
        StateValue: 'INSUFFICIENT_DATA',
        StateReason: 'Unchecked: Initial alarm creation',
        StateUpdatedTimestamp: START_MS,
        StateTransitionedTimestamp: START_MS,
        DatapointsToAlarm: 1,
      },
    ]);
    expect(watch('DeleteAlarms', { AlarmNames: ['busy', 'no'] })).toMatch(/^ResourceNotFound/);
    watch('DeleteAlarms', { AlarmNames: ['busy'] });
    expect(watch('DescribeAlarms')).toMatchObject({ MetricAlarms: [] });
  });

  it.each([
    [{ Period: 45 }, /^InvalidParameterValue/],
    [{ MetricName: undefined }, /^MissingParameter/],
    [{ DatapointsToAlarm: 2 }, /^ValidationError: DatapointsToAlarm/],
    [{ Period: 86_400, EvaluationPeriods: 8 }, /^ValidationError: Metrics cannot/],
    [{ TreatMissingData: 'never' }, /^ValidationError: TreatMissingData/],
  ])('is refused for %j', (wrong, text) => {
    expect(lab().watch('PutMetricAlarm', { ...BUSY, ...wrong })).toMatch(text);
  });

  it('replays to the same world', () => {
    const play = () => {
      const { cloud, watch, randoms, wait } = lab();
      watch('PutMetricAlarm', BUSY);
      randoms(5);
      wait(HOUR_MS);
      return cloud.world;
    };
    const world = play();
    expect(world.table(alarms).size).toBe(1);
    expect(play().hash()).toBe(world.hash());
  });
});
