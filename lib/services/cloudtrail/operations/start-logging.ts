import { define, isRefusal, shape } from '../../../aws';
import { isLogging, trailOf, trailPermission } from '../finding';
import { trails } from '../records/trail';

/** refuses: TrailNotFound */
export const startLogging = define({
  service: 'cloudtrail',
  name: 'StartLogging',
  about: 'Switches a trail on.',
  input: shape.structure({ Name: shape.string() }, ['Name']),
  output: shape.structure({}),
  readOnly: false,
  permissions: (call) => [trailPermission(call, 'StartLogging', call.input.Name)],
  handle: (call) => {
    const trail = trailOf(call, call.input.Name);
    if (isRefusal(trail)) return trail;
    if (!isLogging(trail))
      call.world.put(trails, { ...trail, spans: [...trail.spans, { fromMs: call.nowMs }] });
    return {};
  },
});
