import { define, isRefusal, shape } from '../../../aws';
import { isLogging, trailOf, trailPermission } from '../finding';

/** refuses: TrailNotFound */
export const getTrailStatus = define({
  service: 'cloudtrail',
  name: 'GetTrailStatus',
  about: 'Says whether a trail is switched on, and since when.',
  input: shape.structure({ Name: shape.string() }, ['Name']),
  output: shape.structure({
    IsLogging: shape.boolean(),
    StartLoggingTime: shape.timestamp(),
    StopLoggingTime: shape.timestamp(),
  }),
  readOnly: true,
  permissions: (call) => [trailPermission(call, 'GetTrailStatus', call.input.Name)],
  handle: (call) => {
    const trail = trailOf(call, call.input.Name);
    if (isRefusal(trail)) return trail;
    const stopped = trail.spans.filter(({ toMs }) => toMs !== undefined).at(-1);
    return {
      IsLogging: isLogging(trail),
      StartLoggingTime: trail.spans.at(-1)?.fromMs,
      StopLoggingTime: stopped?.toMs,
    };
  },
});
