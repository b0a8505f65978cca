import { define, isRefusal, shape } from '../../../aws';
import { permission } from '../finding';
import { restart } from '../launching';
import { denied } from '../rules/errors';
import { ids, stateChange } from '../rules/shapes';
import { changeStates } from '../stopping';

/** refuses: InvalidInstanceID.NotFound, IncorrectInstanceState. fact: services 4 (the data key is asked for again) */
export const startInstances = define({
  service: 'ec2',
  name: 'StartInstances',
  about: 'Starts stopped instances; their hardware asks for the data keys of their volumes again.',
  input: shape.structure({ InstanceIds: ids }, ['InstanceIds']),
  output: shape.structure({ StartingInstances: shape.list(stateChange) }),
  readOnly: false,
  denied,
  permissions: (call) =>
    call.input.InstanceIds.map((id) => permission(call, 'StartInstances', 'instance', id)),
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const changed = changeStates(call, call.input.InstanceIds, {
      from: ['stopped'],
      settled: ['pending', 'running'],
      verb: 'started',
      change: (instance) => restart(call, instance),
    });
    return isRefusal(changed) ? changed : { StartingInstances: changed };
  },
});
