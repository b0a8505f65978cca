import { type AnyOperation, define, isRefusal, type Refusal, shape } from '../../../aws';
import { groupOf, groupPermission } from '../finding';
import type { Deliveries } from '../ports';
import { readEvents } from '../reading';
import { streamId, streams } from '../records/group';
import { invalidToken, noSuchStream } from '../rules/errors';
import { groupName, moment, nextToken, streamName } from '../rules/shapes';

const MOST = 10_000;

/** refuses: ResourceNotFound, InvalidParameter, AccessDenied (the key cannot be used) */
export function getLogEvents(deliveries: Deliveries): AnyOperation {
  return define({
    service: 'logs',
    name: 'GetLogEvents',
    about: 'Shows the events of one log stream.',
    input: shape.structure(
      {
        logGroupName: groupName,
        logStreamName: streamName,
        startTime: moment,
        endTime: moment,
        nextToken,
        limit: shape.integer({ min: 1, max: MOST }),
        startFromHead: shape.boolean(),
      },
      ['logGroupName', 'logStreamName'],
    ),
    output: shape.structure({
      events: shape.list(
        shape.structure({ timestamp: shape.long(), message: shape.string(), ingestionTime: shape.long() }),
      ),
      nextForwardToken: shape.string(),
      nextBackwardToken: shape.string(),
    }),
    readOnly: true,
    permissions: (call) => [groupPermission(call, 'GetLogEvents', call.input.logGroupName)],
    handle: (call) => {
      const { logGroupName, logStreamName, startTime = 0, limit = MOST, startFromHead } = call.input;
      const group = groupOf(call, logGroupName);
      if (isRefusal(group)) return group;
      const isThere =
        call.world.table(streams).get(streamId(group.arn, logStreamName)) !== undefined ||
        deliveries.stream(call.world, group.arn) === logStreamName;
      if (!isThere) return noSuchStream();
      const range = { streams: [logStreamName], fromMs: startTime, toMs: call.input.endTime ?? Infinity };
      const all = readEvents(call, deliveries, group, range);
      if (isRefusal(all)) return all;
      const given = startOf(call.input.nextToken);
      if (isRefusal(given)) return given;
      const fromHead = startFromHead || call.input.nextToken !== undefined;
      const start = fromHead ? given : Math.max(0, all.length - limit);
      const events = all.slice(start, start + limit).map(({ atMs, message, ingestedAtMs }) => ({
        timestamp: atMs,
        message,
        ingestionTime: ingestedAtMs,
      }));
      return {
        events,
        nextForwardToken: `f/${start + events.length}`,
        nextBackwardToken: `b/${Math.max(0, start - limit)}`,
      };
    },
  });
}

/** Tokens lead both ways: forwards from an event, and backwards to one. */
function startOf(token: string | undefined): number | Refusal {
  if (token === undefined) return 0;
  const match = /^[fb]\/(\d+)$/.exec(token);
  return match ? Number(match[1]) : invalidToken();
}
