import { define, isRefusal, shape } from '../../../aws';
import { groupOf, groupPermission } from '../finding';
import { batches } from '../records/batch';
import { filterId, filters } from '../records/filter';
import { groups, streamId, streams } from '../records/group';
import { groupName } from '../rules/shapes';

/** refuses: ResourceNotFound */
export const deleteLogGroup = define({
  service: 'logs',
  name: 'DeleteLogGroup',
  about: 'Deletes a log group with everything in it.',
  input: shape.structure({ logGroupName: groupName }, ['logGroupName']),
  readOnly: false,
  permissions: (call) => [groupPermission(call, 'DeleteLogGroup', call.input.logGroupName)],
  handle: (call) => {
    const group = groupOf(call, call.input.logGroupName);
    if (isRefusal(group)) return group;
    const { world } = call;
    for (const batch of world.table(batches).by('group', group.arn)) world.delete(batches, batches.id(batch));
    for (const { name } of world.table(filters).by('group', group.arn)) {
      world.delete(filters, filterId(group.arn, name));
    }
    for (const { name } of world.table(streams).by('group', group.arn)) {
      world.delete(streams, streamId(group.arn, name));
    }
    world.delete(groups, group.arn);
    return {};
  },
});
