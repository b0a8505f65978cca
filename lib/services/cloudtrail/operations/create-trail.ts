import { type Call, define, isRefusal, type Principal, type Refusal, refuse, shape } from '../../../aws';
import { describeTrail, trailArnOf, trailPermission } from '../finding';
import { type TrailRecord, trails } from '../records/trail';

const input = shape.structure(
  {
    Name: shape.string(),
    S3BucketName: shape.string(),
    S3KeyPrefix: shape.string(),
    IncludeGlobalServiceEvents: shape.boolean(),
    IsMultiRegionTrail: shape.boolean(),
    EnableLogFileValidation: shape.boolean(),
    CloudWatchLogsLogGroupArn: shape.string(),
    CloudWatchLogsRoleArn: shape.string(),
    KmsKeyId: shape.string(),
  },
  ['Name', 'S3BucketName'],
);
type Input = NonNullable<(typeof input)['type']>;

/**
 * Sets a trail up; StartLogging switches it on. With a KMS key CloudTrail must be allowed to use it: its service
 * principal asks for a data key with the trail's ARN as context.
 * refuses: TrailAlreadyExists, InvalidTrailName, InvalidCloudWatchLogs..., InsufficientEncryptionPolicy.
 * fact: services 1 (context). differs: no log file is written, so the bucket and its policy are not looked at
 */
export const createTrail = define({
  service: 'cloudtrail',
  name: 'CreateTrail',
  about: 'Sets up a trail that delivers management events to a bucket and to CloudWatch Logs.',
  input,
  output: shape.structure({
    Name: shape.string(),
    S3BucketName: shape.string(),
    S3KeyPrefix: shape.string(),
    IncludeGlobalServiceEvents: shape.boolean(),
    IsMultiRegionTrail: shape.boolean(),
    TrailARN: shape.string(),
    LogFileValidationEnabled: shape.boolean(),
    CloudWatchLogsLogGroupArn: shape.string(),
    CloudWatchLogsRoleArn: shape.string(),
    KmsKeyId: shape.string(),
    IsOrganizationTrail: shape.boolean(),
  }),
  readOnly: false,
  permissions: (call) => [trailPermission(call, 'CreateTrail', call.input.Name)],
  responseElements: (output) => output,
  validate: ({ input: wanted }) => refuseTrail(wanted),
  handle: (call) => {
    const arn = trailArnOf(call, call.input.Name);
    if (call.world.table(trails).get(arn)) {
      const text = `Trail ${call.input.Name} already exists for customer: ${call.principal.account}`;
      return refuse('TrailAlreadyExistsException', text);
    }
    const keyId = keyOf(call, arn);
    if (isRefusal(keyId)) return keyId;
    return describeTrail(call.world.put(trails, newTrail(call, arn, keyId)));
  },
});

/** assumed: the texts */
function refuseTrail(wanted: Input): Refusal | undefined {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{2,127}$/.test(wanted.Name)) {
    const text = `The trail name ${wanted.Name} must have 3 to 128 letters, digits, periods, underscores or dashes and begin with a letter or digit.`;
    return refuse('InvalidTrailNameException', text);
  }
  const { CloudWatchLogsLogGroupArn: group, CloudWatchLogsRoleArn: role } = wanted;
  if (group === undefined) return undefined;
  if (!/^arn:[^:]+:logs:[^:]+:\d{12}:log-group:[^:]+(:\*)?$/.test(group)) {
    const text = `The ARN of a log group was expected; ${group} was found.`;
    return refuse('InvalidCloudWatchLogsLogGroupArnException', text);
  }
  if (role !== undefined) return undefined;
  return refuse(
    'InvalidCloudWatchLogsRoleArnException',
    'You must specify a role ARN as well as a log group.',
  );
}

function keyOf(call: Call<Input>, trailArn: string): string | undefined | Refusal {
  const { KmsKeyId } = call.input;
  if (KmsKeyId === undefined) return undefined;
  const request = {
    KeyId: KmsKeyId,
    KeySpec: 'AES_256',
    EncryptionContext: { 'aws:cloudtrail:arn': trailArn },
  };
  const answer = call.call('kms', 'GenerateDataKey', request, { as: CLOUDTRAIL, sourceArn: trailArn });
  if (answer.ok) return String(answer.output.KeyId);
  const { name } = answer.refusal;
  if (name === 'NotFoundException')
    return refuse('KmsKeyNotFoundException', `KMS key ${KmsKeyId} is not found.`);
  if (name === 'DisabledException')
    return refuse('KmsKeyDisabledException', `KMS key ${KmsKeyId} is disabled.`);
  const text = `Insufficient permissions to access S3 bucket ${call.input.S3BucketName} or KMS key ${KmsKeyId}.`;
  return refuse('InsufficientEncryptionPolicyException', text);
}

const CLOUDTRAIL: Principal = {
  type: 'service',
  account: '',
  arn: 'cloudtrail.amazonaws.com',
  userId: 'cloudtrail.amazonaws.com',
  accessKeyId: '',
  tags: {},
};

function newTrail(call: Call<Input>, arn: string, keyId: string | undefined): TrailRecord {
  const wanted = call.input;
  return {
    arn,
    name: wanted.Name,
    account: call.principal.account,
    region: call.region,
    bucket: wanted.S3BucketName,
    prefix: wanted.S3KeyPrefix,
    isMultiRegion: wanted.IsMultiRegionTrail ?? false,
    includesGlobal: wanted.IncludeGlobalServiceEvents ?? true,
    validatesFiles: wanted.EnableLogFileValidation ?? false,
    logGroupArn: wanted.CloudWatchLogsLogGroupArn?.replace(/:\*$/, ''),
    logRoleArn: wanted.CloudWatchLogsRoleArn,
    keyId,
    spans: [],
  };
}
