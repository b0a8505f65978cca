import { describe, expect, it } from 'vitest';
import { HOME_ACCOUNT } from '../../cloud';
import { HOUR_MS, MINUTE_MS, START_MS, wholeCloud } from '../servicequotas/whole-cloud.testkit';
import { compilePattern } from './rules/filter-pattern';

const REGION = 'eu-west-1';
const SERVICE = `logs.${REGION}.amazonaws.com`;
const GROUP = `arn:aws:logs:${REGION}:${HOME_ACCOUNT}:log-group:app`;
const CONTEXT = { 'aws:logs:arn': GROUP };
const stream = { logGroupName: 'app', logStreamName: 's' };

/** fact: services 7 */
function policy(groupArn: string): string {
  const root = { Effect: 'Allow', Principal: { AWS: HOME_ACCOUNT }, Action: 'kms:*', Resource: '*' };
  const service = {
    Effect: 'Allow',
    Principal: { Service: SERVICE },
    Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    Resource: '*',
    Condition: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': groupArn } },
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [root, service] });
}

function lab() {
  const whole = wholeCloud(REGION);
  const logs = <O = unknown>(operation: string, input: object = {}) =>
    whole.send<O>('logs', operation, input);
  const put = (...messages: readonly string[]) =>
    logs('PutLogEvents', {
      ...stream,
      logEvents: messages.map((message) => ({ timestamp: whole.cloud.world.nowMs, message })),
    });
  const messages = () => {
    const read = logs<string | { events: { message: string }[] }>('GetLogEvents', stream);
    return typeof read === 'string' ? read : read.events.map(({ message }) => message);
  };
  return { ...whole, logs, put, messages };
}

const notAllowed = `AccessDeniedException: The specified KMS key does not exist or is not allowed to be used with Arn '${GROUP}'`;

describe('a log group under a KMS key', () => {
  it('is encrypted by the service principal with the group as context (services 1, 7)', () => {
    const { cloud, logs, put, messages, newKey, kmsCalls } = lab();
    const kmsKeyId = newKey({ Policy: policy(GROUP) });
    kmsCalls();
    expect(logs('CreateLogGroup', { logGroupName: 'app', kmsKeyId })).toEqual({});
    logs('CreateLogStream', stream);
    put('SWORDFISH', 'two');
    expect(messages()).toEqual(['SWORDFISH', 'two']);
    expect(kmsCalls()).toEqual([
      ['GenerateDataKey', CONTEXT, undefined, SERVICE],
      ['GenerateDataKey', CONTEXT, undefined, SERVICE],
      ['Decrypt', CONTEXT, undefined, SERVICE],
    ]);
    const changes = cloud.world.log.since(0).flatMap((commit) => commit.changes);
    expect(JSON.stringify(changes)).not.toContain('SWORDFISH');
    expect(logs('DescribeLogGroups')).toEqual({
      logGroups: [
        {
          logGroupName: 'app',
          creationTime: START_MS,
          metricFilterCount: 0,
          arn: `${GROUP}:*`,
          kmsKeyId,
          logGroupClass: 'STANDARD',
          logGroupArn: GROUP,
        },
      ],
      nextToken: undefined,
    });
  });

  it('cannot be made while the key policy does not name the service, or names it for another group', () => {
    const { logs, newKey, send } = lab();
    const kmsKeyId = newKey();
    const create = (key = kmsKeyId) => logs('CreateLogGroup', { logGroupName: 'app', kmsKeyId: key });
    expect(create()).toBe(notAllowed);
    send('kms', 'PutKeyPolicy', { KeyId: kmsKeyId, Policy: policy(GROUP.replace('app', 'other')) });
    expect(create()).toBe(notAllowed);
    send('kms', 'PutKeyPolicy', { KeyId: kmsKeyId, Policy: policy(GROUP) });
    const bare = kmsKeyId.split('/')[1] ?? '';
    expect(create(bare)).toBe(
      "InvalidParameterException: The specified KMS Key Id could not be found. 'app'",
    );
    expect(create(kmsKeyId.replace(bare, '00000000-0000-0000-0000-000000000000'))).toBe(notAllowed);
    expect(create()).toEqual({});
  });

  it('keeps needing the old key for old data after it is taken away (services 7)', () => {
    const { logs, put, messages, newKey, send } = lab();
    const kmsKeyId = newKey({ Policy: policy(GROUP) });
    logs('CreateLogGroup', { logGroupName: 'app' });
    logs('CreateLogStream', stream);
    put('plain');
    logs('AssociateKmsKey', { logGroupName: 'app', kmsKeyId });
    put('sealed');
    logs('DisassociateKmsKey', { logGroupName: 'app' });
    put('plain again');
    expect(messages()).toEqual(['plain', 'sealed', 'plain again']);
    send('kms', 'DisableKey', { KeyId: kmsKeyId });
    expect([put('more'), messages()]).toEqual([{ nextSequenceToken: expect.anything() }, notAllowed]);
    expect(logs('AssociateKmsKey', { logGroupName: 'app', kmsKeyId })).toBe(notAllowed);
    send('kms', 'EnableKey', { KeyId: kmsKeyId });
    expect(messages()).toEqual(['plain', 'sealed', 'plain again', 'more']);
  });

  it('takes nothing in while its key is disabled', () => {
    const { logs, put, newKey, send } = lab();
    const kmsKeyId = newKey({ Policy: policy(GROUP) });
    logs('CreateLogGroup', { logGroupName: 'app', kmsKeyId });
    logs('CreateLogStream', stream);
    send('kms', 'DisableKey', { KeyId: kmsKeyId });
    expect(put('x')).toBe(notAllowed);
  });
});

describe('a metric filter', () => {
  function watched(filterPattern: string) {
    const whole = lab();
    const { send, logs } = whole;
    logs('CreateLogGroup', { logGroupName: 'app' });
    const CloudWatchLogsRoleArn = `arn:aws:iam::${HOME_ACCOUNT}:role/x`;
    const trail = { Name: 'audit', S3BucketName: 'b', CloudWatchLogsLogGroupArn: `${GROUP}:*` };
    send('cloudtrail', 'CreateTrail', { ...trail, CloudWatchLogsRoleArn });
    send('cloudtrail', 'StartLogging', { Name: 'audit' });
    const transformation = { metricName: 'Seen', metricNamespace: 'Audit', metricValue: '1' };
    const filter = { logGroupName: 'app', filterName: 'f', filterPattern };
    logs('PutMetricFilter', { ...filter, metricTransformations: [transformation] });
    const alarm = {
      AlarmName: 'seen',
      Namespace: 'Audit',
      MetricName: 'Seen',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    };
    send('cloudwatch', 'PutMetricAlarm', alarm);
    const state = () =>
      send<{ MetricAlarms: { StateValue: string }[] }>('cloudwatch', 'DescribeAlarms').MetricAlarms[0]
        ?.StateValue;
    return { ...whole, state };
  }

  const ADMINISTRATION =
    '{ ($.eventSource = "kms.amazonaws.com") && (($.eventName = PutKeyPolicy) || ($.eventName = ScheduleKeyDeletion) || ($.eventName = DisableKey)) }';

  it('over the trail raises an alarm when a key is scheduled for deletion (F-046, F-064)', () => {
    const { wait, state, newKey, send, logs } = watched(ADMINISTRATION);
    const KeyId = newKey();
    wait(MINUTE_MS);
    expect(state()).toBe('OK');
    send('kms', 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    wait(MINUTE_MS);
    expect(state()).toBe('ALARM');
    const found = logs<{ events: { message: string; logStreamName: string }[] }>('FilterLogEvents', {
      logGroupName: 'app',
      filterPattern: ADMINISTRATION,
    });
    expect(
      found.events.map(({ message, logStreamName }) => [JSON.parse(message).eventName, logStreamName]),
    ).toEqual([['ScheduleKeyDeletion', `${HOME_ACCOUNT}_CloudTrail_${REGION}`]]);
    wait(HOUR_MS);
    expect(state()).toBe('OK');
    expect(logs('DescribeMetricFilters')).toMatchObject({
      metricFilters: [{ filterPattern: ADMINISTRATION }],
    });
  });

  it('counts throttled requests (F-045)', () => {
    const { cloud, wait, state, send } = watched('{ $.errorCode = "ThrottlingException" }');
    wait(MINUTE_MS);
    cloud.quotas = true;
    for (let i = 0; i < 6; i++) send('kms', 'CreateKey');
    wait(MINUTE_MS);
    expect(state()).toBe('ALARM');
  });

  it('counts what is put in as it comes, from when it was made', () => {
    const { logs, put, send } = watched('ERROR');
    send('cloudtrail', 'DeleteTrail', { Name: 'audit' });
    logs('CreateLogStream', stream);
    put('an ERROR', 'fine', 'ERROR too');
    logs('DeleteMetricFilter', { logGroupName: 'app', filterName: 'f' });
    put('ERROR');
    const transformation = { metricName: 'Seen', metricNamespace: 'Audit', metricValue: '1' };
    const filter = { logGroupName: 'app', filterName: 'g', filterPattern: 'ERROR' };
    logs('PutMetricFilter', { ...filter, metricTransformations: [transformation] });
    const window = { StartTime: START_MS, EndTime: START_MS + HOUR_MS, Period: 60, Statistics: ['Sum'] };
    const wanted = { Namespace: 'Audit', MetricName: 'Seen', ...window };
    expect(send('cloudwatch', 'GetMetricStatistics', wanted)).toMatchObject({ Datapoints: [{ Sum: 2 }] });
    expect(send('cloudwatch', 'ListMetrics', { Namespace: 'Audit' })).toMatchObject({
      Metrics: [{ Namespace: 'Audit', MetricName: 'Seen', Dimensions: [] }],
    });
  });

  it('replays to the same world', () => {
    const play = () => {
      const { cloud, wait, newKey, send } = watched(ADMINISTRATION);
      send('kms', 'DisableKey', { KeyId: newKey() });
      wait(HOUR_MS);
      return cloud.world.hash();
    };
    expect(play()).toBe(play());
  });
});

describe('filter patterns', () => {
  const event = JSON.stringify({ a: { b: 'kms.amazonaws.com' }, n: 5, code: null, list: [1] });

  it.each([
    ['', true],
    ['amazonaws', true],
    ['"kms.amazonaws.com" -missing', true],
    ['-amazonaws', false],
    ['?none ?kms', true],
    ['{ $.a.b = "kms.amazonaws.com" }', true],
    ['{ $.a.b = "kms*" && $.n >= 5 }', true],
    ['{ $.a.b != "kms*" || $.n < 5 }', false],
    ['{ ($.n = 4) || (($.n = 5) && ($.x NOT EXISTS)) }', true],
    ['{ $.code IS NULL }', true],
    ['{ $.x = "y" }', false],
    ['{ $.x != "y" }', false],
  ])('%s', (pattern, fits) => {
    expect(compilePattern(pattern)?.(event)).toBe(fits);
  });

  it.each(['{ $.a = }', '{ a = 1 }', '{ ($.a = 1 }', '{ $.a ~ 1 }', '{ $.a = "x }'])(
    'cannot be %s',
    (pattern) => {
      expect(compilePattern(pattern)).toBeUndefined();
    },
  );
});
