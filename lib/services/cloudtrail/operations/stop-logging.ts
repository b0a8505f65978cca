import { define, isRefusal, shape } from '../../../aws';
import { isLogging, trailOf, trailPermission } from '../finding';
import { trails } from '../records/trail';

/** refuses: TrailNotFound */
export const stopLogging = define({
  service: 'cloudtrail',
  name: 'StopLogging',
  about: 'Switches a trail off.',
  input: shape.structure({ Name: shape.string() }, ['Name']),
  output: shape.structure({}),
  readOnly: false,
  permissions: (call) => [trailPermission(call, 'StopLogging', call.input.Name)],
  handle: (call) => {
    const trail = trailOf(call, call.input.Name);
    if (isRefusal(trail)) return trail;
    const open = trail.spans.at(-1);
    if (open && isLogging(trail)) {
      const spans = [...trail.spans.slice(0, -1), { ...open, toMs: call.nowMs }];
      call.world.put(trails, { ...trail, spans });
    }
    return {};
  },
});
