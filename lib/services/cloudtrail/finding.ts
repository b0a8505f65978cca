import { type Call, type Permission, type Refusal, refuse, regionalArn } from '../../aws';
import { type TrailRecord, trails } from './records/trail';

export function trailArnOf(call: Call<object>, given: string): string {
  if (given.startsWith('arn:')) return given;
  return regionalArn('cloudtrail', call.region, call.principal.account, `trail/${given}`);
}

/** The trail of this name or ARN. assumed: the text */
export function trailOf(call: Call<object>, given: string): TrailRecord | Refusal {
  const arn = trailArnOf(call, given);
  const trail = call.world.table(trails).get(arn);
  if (trail?.account === call.principal.account) return trail;
  return refuse('TrailNotFoundException', `Unknown trail: ${arn} for the user: ${call.principal.account}`);
}

export function trailPermission(call: Call<object>, action: string, given: string): Permission {
  return { action: `cloudtrail:${action}`, resource: trailArnOf(call, given) };
}

export function isLogging({ spans }: TrailRecord): boolean {
  const last = spans.at(-1);
  return last !== undefined && last.toMs === undefined;
}

export function describeTrail(trail: TrailRecord) {
  return {
    Name: trail.name,
    S3BucketName: trail.bucket,
    S3KeyPrefix: trail.prefix,
    IncludeGlobalServiceEvents: trail.includesGlobal,
    IsMultiRegionTrail: trail.isMultiRegion,
    TrailARN: trail.arn,
    LogFileValidationEnabled: trail.validatesFiles,
    CloudWatchLogsLogGroupArn: trail.logGroupArn && `${trail.logGroupArn}:*`,
    CloudWatchLogsRoleArn: trail.logRoleArn,
    KmsKeyId: trail.keyId,
    IsOrganizationTrail: false,
  };
}
