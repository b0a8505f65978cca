import { type Call, define, isRefusal, shape } from '../../../aws';
import { groupOf, groupPermission } from '../finding';
import { sealText } from '../kms';
import { countOf } from '../metrics';
import { batches, type Hit } from '../records/batch';
import { filters } from '../records/filter';
import { streamId, streams } from '../records/group';
import { noSuchStream } from '../rules/errors';
import { compilePattern } from '../rules/filter-pattern';
import { groupName, moment, streamName } from '../rules/shapes';

const logEvents = shape.list(
  shape.structure({ timestamp: moment, message: shape.string({ min: 1 }) }, ['timestamp', 'message']),
  { min: 1, max: 10_000 },
);
type Events = NonNullable<(typeof logEvents)['type']>;

/** refuses: ResourceNotFound, AccessDenied (the key cannot be used). assumed: a group whose key fails takes nothing in */
export const putLogEvents = define({
  service: 'logs',
  name: 'PutLogEvents',
  about: 'Writes events to a log stream.',
  input: shape.structure({ logGroupName: groupName, logStreamName: streamName, logEvents }, [
    'logGroupName',
    'logStreamName',
    'logEvents',
  ]),
  output: shape.structure({ nextSequenceToken: shape.string() }),
  readOnly: false,
  permissions: (call) => [groupPermission(call, 'PutLogEvents', call.input.logGroupName)],
  handle: (call) => {
    const group = groupOf(call, call.input.logGroupName);
    if (isRefusal(group)) return group;
    const { logStreamName: stream } = call.input;
    if (!call.world.table(streams).get(streamId(group.arn, stream))) return noSuchStream();
    const events = call.input.logEvents;
    const kept = events.map(({ timestamp, message }) => ({ atMs: timestamp, message }));
    const sealed = sealText(call, group, JSON.stringify(kept));
    if (isRefusal(sealed)) return sealed;
    const number = call.world.table(batches).countBy('stream', `${group.arn}:${stream}`);
    call.world.put(batches, {
      ...sealed,
      groupArn: group.arn,
      stream,
      number,
      ingestedAtMs: call.nowMs,
      hits: hitsOf(call, group.arn, events),
    });
    return { nextSequenceToken: String(number + 1).padStart(56, '0') };
  },
});

/** Metric filters look at events as they come in, before they are encrypted. */
function hitsOf(call: Call<object>, groupArn: string, events: Events): readonly Hit[] {
  return call.world
    .table(filters)
    .by('group', groupArn)
    .flatMap((filter) => {
      const matches = compilePattern(filter.pattern);
      return events
        .filter(({ message }) => matches?.(message))
        .map(({ timestamp, message }) => ({
          namespace: filter.namespace,
          metric: filter.metric,
          value: countOf(filter, message),
          atMs: timestamp,
        }));
    });
}
