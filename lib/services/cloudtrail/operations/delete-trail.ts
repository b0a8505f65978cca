import { define, isRefusal, shape } from '../../../aws';
import { trailOf, trailPermission } from '../finding';
import { trails } from '../records/trail';

/** refuses: TrailNotFound */
export const deleteTrail = define({
  service: 'cloudtrail',
  name: 'DeleteTrail',
  about: 'Deletes a trail; what it delivered stays.',
  input: shape.structure({ Name: shape.string() }, ['Name']),
  output: shape.structure({}),
  readOnly: false,
  permissions: (call) => [trailPermission(call, 'DeleteTrail', call.input.Name)],
  handle: (call) => {
    const trail = trailOf(call, call.input.Name);
    if (isRefusal(trail)) return trail;
    call.world.delete(trails, trail.arn);
    return {};
  },
});
