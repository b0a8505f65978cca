import { shape } from '../../../aws';
import { groups } from '../records/group';
import { GROUP } from '../rules/holders';
import { freshHolder, freshId, refuseNew } from '../rules/new-holder';
import { iamOperation } from '../rules/operation';
import { QUOTAS } from '../rules/quotas';
import { group, groupName, path } from '../rules/shapes';
import { groupView } from '../rules/views';

/** refuses: EntityAlreadyExists, LimitExceeded */
export const createGroup = iamOperation({
  name: 'CreateGroup',
  about: 'Creates a group, whose policies count for every user in it.',
  input: shape.structure({ Path: path, GroupName: groupName }, ['GroupName']),
  output: shape.structure({ Group: group }, ['Group']),
  readOnly: false,
  permissions: (call) => {
    const { Path = '/', GroupName } = call.input;
    return [{ action: 'iam:CreateGroup', resource: freshHolder(call, 'group', Path, GroupName).arn }];
  },
  handle: (call) => {
    const { Path = '/', GroupName } = call.input;
    const refusal = refuseNew(GROUP, call, GroupName, QUOTAS.groups);
    if (refusal) return refusal;
    const fresh = freshHolder(call, 'group', Path, GroupName);
    const record = call.world.put(groups, { ...fresh, groupId: freshId(call, 'AGPA') });
    return { Group: groupView(record) };
  },
});
