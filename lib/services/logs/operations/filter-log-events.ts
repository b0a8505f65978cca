import { type AnyOperation, define, isRefusal, shape } from '../../../aws';
import { groupOf, groupPermission } from '../finding';
import type { Deliveries } from '../ports';
import { readEvents } from '../reading';
import { invalid } from '../rules/errors';
import { compilePattern } from '../rules/filter-pattern';
import { pageOf } from '../rules/pages';
import { filterPattern, groupName, moment, nextToken, streamName } from '../rules/shapes';

const MOST = 10_000;

/** refuses: ResourceNotFound, InvalidParameter (the pattern), AccessDenied (the key cannot be used) */
export function filterLogEvents(deliveries: Deliveries): AnyOperation {
  return define({
    service: 'logs',
    name: 'FilterLogEvents',
    about: 'Finds the events of a log group that fit a filter pattern.',
    input: shape.structure(
      {
        logGroupName: groupName,
        logStreamNames: shape.list(streamName, { min: 1, max: 100 }),
        startTime: moment,
        endTime: moment,
        filterPattern,
        nextToken,
        limit: shape.integer({ min: 1, max: MOST }),
      },
      ['logGroupName'],
    ),
    output: shape.structure({
      events: shape.list(
        shape.structure({
          logStreamName: shape.string(),
          timestamp: shape.long(),
          message: shape.string(),
          ingestionTime: shape.long(),
          eventId: shape.string(),
        }),
      ),
      searchedLogStreams: shape.list(
        shape.structure({ logStreamName: shape.string(), searchedCompletely: shape.boolean() }),
      ),
      nextToken: shape.string(),
    }),
    readOnly: true,
    permissions: (call) => [groupPermission(call, 'FilterLogEvents', call.input.logGroupName)],
    handle: (call) => {
      const { logGroupName, logStreamNames, startTime = 0, limit = MOST } = call.input;
      const group = groupOf(call, logGroupName);
      if (isRefusal(group)) return group;
      const matches = compilePattern(call.input.filterPattern ?? '');
      if (!matches) return invalid('Invalid filter pattern');
      const range = {
        streams: logStreamNames,
        fromMs: startTime,
        toMs: (call.input.endTime ?? Infinity) + 1,
      };
      const all = readEvents(call, deliveries, group, range);
      if (isRefusal(all)) return all;
      const fitting = all.filter(({ message }) => matches(message));
      const page = pageOf(fitting, call.input.nextToken, limit);
      if (isRefusal(page)) return page;
      const events = page.items.map(({ stream, atMs, message, ingestedAtMs }, i) => ({
        logStreamName: stream,
        timestamp: atMs,
        message,
        ingestionTime: ingestedAtMs,
        eventId: `${atMs}${String(i).padStart(20, '0')}`,
      }));
      return { events, searchedLogStreams: [], nextToken: page.next };
    },
  });
}
