import { define, isRefusal, shape } from '../../../aws';
import { groupOf, groupPermission } from '../finding';
import { streamId, streams } from '../records/group';
import { exists } from '../rules/errors';
import { groupName, streamName } from '../rules/shapes';

/** refuses: ResourceNotFound, ResourceAlreadyExists */
export const createLogStream = define({
  service: 'logs',
  name: 'CreateLogStream',
  about: 'Creates a log stream in a log group.',
  input: shape.structure({ logGroupName: groupName, logStreamName: streamName }, [
    'logGroupName',
    'logStreamName',
  ]),
  readOnly: false,
  permissions: (call) => [groupPermission(call, 'CreateLogStream', call.input.logGroupName)],
  handle: (call) => {
    const group = groupOf(call, call.input.logGroupName);
    if (isRefusal(group)) return group;
    const { logStreamName: name } = call.input;
    if (call.world.table(streams).get(streamId(group.arn, name))) return exists('stream');
    call.world.put(streams, { groupArn: group.arn, name, createdAtMs: call.nowMs });
    return {};
  },
});
