import { define, isRefusal, shape } from '../../../aws';
import { releaseAll } from '../attaching';
import { permission } from '../finding';
import { instances } from '../records/instance';
import { denied } from '../rules/errors';
import { ids, stateChange } from '../rules/shapes';
import { STOPPING_MS } from '../rules/timing';
import { changeStates, USER_INITIATED } from '../stopping';

/** refuses: InvalidInstanceID.NotFound, IncorrectInstanceState. fact: services 4 (the data key is forgotten) */
export const stopInstances = define({
  service: 'ec2',
  name: 'StopInstances',
  about: 'Stops instances; their hardware forgets the data keys of their volumes.',
  input: shape.structure({ InstanceIds: ids }, ['InstanceIds']),
  output: shape.structure({ StoppingInstances: shape.list(stateChange) }),
  readOnly: false,
  denied,
  permissions: (call) =>
    call.input.InstanceIds.map((id) => permission(call, 'StopInstances', 'instance', id)),
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const { world, nowMs } = call;
    const changed = changeStates(call, call.input.InstanceIds, {
      from: ['running', 'pending'],
      settled: ['stopped', 'stopping'],
      verb: 'stopped',
      change: (instance) => {
        releaseAll(call, instance.instanceId);
        return world.put(instances, {
          ...instance,
          state: 'stopping',
          next: 'stopped',
          stateReason: USER_INITIATED,
          stateTransitionReason: 'User initiated',
          settlesAtMs: nowMs + STOPPING_MS,
        });
      },
    });
    return isRefusal(changed) ? changed : { StoppingInstances: changed };
  },
});
