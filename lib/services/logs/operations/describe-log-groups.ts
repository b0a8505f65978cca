import { define, isRefusal, shape } from '../../../aws';
import { filters } from '../records/filter';
import { groups, ownerOf } from '../records/group';
import { pageOf } from '../rules/pages';
import { groupName, nextToken } from '../rules/shapes';

const MOST = 50;

export const describeLogGroups = define({
  service: 'logs',
  name: 'DescribeLogGroups',
  about: 'Lists log groups and their KMS keys.',
  input: shape.structure({
    logGroupNamePrefix: groupName,
    nextToken,
    limit: shape.integer({ min: 1, max: MOST }),
  }),
  output: shape.structure({
    logGroups: shape.list(
      shape.structure({
        logGroupName: shape.string(),
        creationTime: shape.long(),
        metricFilterCount: shape.integer(),
        arn: shape.string(),
        kmsKeyId: shape.string(),
        logGroupClass: shape.string(),
        logGroupArn: shape.string(),
      }),
    ),
    nextToken: shape.string(),
  }),
  readOnly: true,
  permissions: () => [{ action: 'logs:DescribeLogGroups', resource: '*' }],
  handle: (call) => {
    const { logGroupNamePrefix = '', limit = MOST } = call.input;
    const own = call.world.table(groups).by('owner', ownerOf(call.principal.account, call.region));
    const page = pageOf(
      own.filter(({ name }) => name.startsWith(logGroupNamePrefix)),
      call.input.nextToken,
      limit,
    );
    if (isRefusal(page)) return page;
    const logGroups = page.items.map(({ arn, name, createdAtMs, keyArn }) => ({
      logGroupName: name,
      creationTime: createdAtMs,
      metricFilterCount: call.world.table(filters).countBy('group', arn),
      arn: `${arn}:*`,
      kmsKeyId: keyArn,
      logGroupClass: 'STANDARD',
      logGroupArn: arn,
    }));
    return { logGroups, nextToken: page.next };
  },
});
