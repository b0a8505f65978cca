import { define, shape } from '../../../aws';
import { describeTrail, trailArnOf } from '../finding';
import { trails } from '../records/trail';

export const describeTrails = define({
  service: 'cloudtrail',
  name: 'DescribeTrails',
  about: 'Shows the trails that cover this Region.',
  input: shape.structure({
    trailNameList: shape.list(shape.string()),
    includeShadowTrails: shape.boolean(),
  }),
  output: shape.structure({
    trailList: shape.list(
      shape.structure({
        Name: shape.string(),
        S3BucketName: shape.string(),
        S3KeyPrefix: shape.string(),
        IncludeGlobalServiceEvents: shape.boolean(),
        IsMultiRegionTrail: shape.boolean(),
        HomeRegion: shape.string(),
        TrailARN: shape.string(),
        LogFileValidationEnabled: shape.boolean(),
        CloudWatchLogsLogGroupArn: shape.string(),
        CloudWatchLogsRoleArn: shape.string(),
        KmsKeyId: shape.string(),
        IsOrganizationTrail: shape.boolean(),
      }),
    ),
  }),
  readOnly: true,
  permissions: () => [{ action: 'cloudtrail:DescribeTrails', resource: '*' }],
  handle: (call) => {
    const { trailNameList = [], includeShadowTrails = true } = call.input;
    const named = trailNameList.map((name) => trailArnOf(call, name));
    const own = call.world.table(trails).by('owner', call.principal.account);
    const covering = own.filter(
      ({ region, isMultiRegion }) => region === call.region || (isMultiRegion && includeShadowTrails),
    );
    const trailList = covering
      .filter(({ arn }) => named.length === 0 || named.includes(arn))
      .map((trail) => ({ ...describeTrail(trail), HomeRegion: trail.region }));
    return { trailList };
  },
});
