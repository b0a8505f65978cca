import { define, isRefusal, refuse, shape } from '../../../aws';
import { groupOf, groupPermission } from '../finding';
import { filterId, filters } from '../records/filter';
import { filterName, groupName } from '../rules/shapes';

/** refuses: ResourceNotFound */
export const deleteMetricFilter = define({
  service: 'logs',
  name: 'DeleteMetricFilter',
  about: 'Deletes a metric filter.',
  input: shape.structure({ logGroupName: groupName, filterName }, ['logGroupName', 'filterName']),
  readOnly: false,
  permissions: (call) => [groupPermission(call, 'DeleteMetricFilter', call.input.logGroupName)],
  handle: (call) => {
    const group = groupOf(call, call.input.logGroupName);
    if (isRefusal(group)) return group;
    const id = filterId(group.arn, call.input.filterName);
    if (!call.world.table(filters).get(id)) {
      return refuse('ResourceNotFoundException', 'The specified metric filter does not exist.');
    }
    call.world.delete(filters, id);
    return {};
  },
});
