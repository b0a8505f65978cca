import { describe, expect, it } from 'vitest';
import { HOME_ACCOUNT, TRAIL_FACTS } from '../../../cloud';
import { MINUTE_MS, START_MS, wholeCloud } from '../../servicequotas/whole-cloud.testkit';
import { deliveredTo } from '..';

const REGION = 'eu-west-1';
const GROUP = `arn:aws:logs:${REGION}:${HOME_ACCOUNT}:log-group:trail`;
const ROLE = `arn:aws:iam::${HOME_ACCOUNT}:role/to-logs`;
const ARN = `arn:aws:cloudtrail:${REGION}:${HOME_ACCOUNT}:trail/audit`;
const TRAIL = {
  Name: 'audit',
  S3BucketName: 'logs',
  CloudWatchLogsLogGroupArn: `${GROUP}:*`,
  CloudWatchLogsRoleArn: ROLE,
};

function lab() {
  const whole = wholeCloud(REGION);
  const trail = (operation: string, input: object = TRAIL) => whole.send('cloudtrail', operation, input);
  return { ...whole, trail };
}

describe('a trail', () => {
  it('delivers what happens while it is switched on, in its own Region', () => {
    const { cloud, trail, send, wait } = lab();
    expect(trail('CreateTrail')).toEqual({
      ...TRAIL,
      S3KeyPrefix: undefined,
      IncludeGlobalServiceEvents: true,
      IsMultiRegionTrail: false,
      TrailARN: ARN,
      LogFileValidationEnabled: false,
      KmsKeyId: undefined,
      IsOrganizationTrail: false,
    });
    send('kms', 'CreateKey');
    wait(MINUTE_MS);
    trail('StartLogging', { Name: 'audit' });
    send('kms', 'ListKeys');
    send('kms', 'ListKeys', {}, { region: 'eu-central-1' });
    wait(MINUTE_MS);
    trail('StopLogging', { Name: ARN });
    send('kms', 'ListAliases');
    const delivered = [...deliveredTo(cloud.world, GROUP, TRAIL_FACTS, 0, Number.POSITIVE_INFINITY)];
    expect(delivered.map(({ record }) => record.eventName)).toEqual(['ListKeys', 'StartLogging']);
    expect(trail('GetTrailStatus', { Name: 'audit' })).toEqual({
      IsLogging: false,
      StartLoggingTime: START_MS + MINUTE_MS,
      StopLoggingTime: START_MS + 2 * MINUTE_MS,
    });
    expect(trail('DescribeTrails', {})).toMatchObject({ trailList: [{ TrailARN: ARN, HomeRegion: REGION }] });
    trail('DeleteTrail', { Name: 'audit' });
    expect(trail('GetTrailStatus', { Name: 'audit' })).toMatch(/^TrailNotFoundException: Unknown trail: arn/);
  });

  it('needs a key whose policy lets CloudTrail make data keys for this trail (services 1)', () => {
    const { trail, newKey, send, kmsCalls } = lab();
    const key = newKey();
    kmsCalls();
    const made = () => trail('CreateTrail', { ...TRAIL, KmsKeyId: key });
    expect(made()).toBe(
      `InsufficientEncryptionPolicyException: Insufficient permissions to access S3 bucket logs or KMS key ${key}.`,
    );
    expect(kmsCalls()).toEqual([
      ['GenerateDataKey', { 'aws:cloudtrail:arn': ARN }, undefined, 'cloudtrail.amazonaws.com'],
    ]);
    const root = { Effect: 'Allow', Principal: { AWS: HOME_ACCOUNT }, Action: 'kms:*', Resource: '*' };
    const service = {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 'kms:GenerateDataKey*',
      Resource: '*',
      Condition: {
        StringEquals: { 'aws:SourceArn': ARN },
        StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': ARN },
      },
    };
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [root, service] });
    send('kms', 'PutKeyPolicy', { KeyId: key, Policy });
    expect(made()).toMatchObject({ KmsKeyId: key });
  });

  it.each([
    [{ Name: '-x' }, /^InvalidTrailNameException/],
    [{ CloudWatchLogsLogGroupArn: 'trail' }, /^InvalidCloudWatchLogsLogGroupArnException/],
    [{ CloudWatchLogsRoleArn: undefined }, /^InvalidCloudWatchLogsRoleArnException/],
  ])('is refused for %j', (wrong, text) => {
    expect(lab().trail('CreateTrail', { ...TRAIL, ...wrong })).toMatch(text);
  });
});
