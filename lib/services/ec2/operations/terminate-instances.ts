import { define, isRefusal, shape } from '../../../aws';
import { releaseAll } from '../attaching';
import { permission } from '../finding';
import { instances } from '../records/instance';
import { denied } from '../rules/errors';
import { ids, stateChange } from '../rules/shapes';
import { SHUTTING_DOWN_MS } from '../rules/timing';
import { changeStates, USER_INITIATED } from '../stopping';

/** refuses: InvalidInstanceID.NotFound, IncorrectInstanceState. fact: services 4 (the data key is forgotten) */
export const terminateInstances = define({
  service: 'ec2',
  name: 'TerminateInstances',
  about: 'Terminates instances, with the volumes that are to go with them.',
  input: shape.structure({ InstanceIds: ids }, ['InstanceIds']),
  output: shape.structure({ TerminatingInstances: shape.list(stateChange) }),
  readOnly: false,
  denied,
  permissions: (call) =>
    call.input.InstanceIds.map((id) => permission(call, 'TerminateInstances', 'instance', id)),
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const { world, nowMs } = call;
    const changed = changeStates(call, call.input.InstanceIds, {
      from: ['running', 'pending', 'stopping', 'stopped'],
      settled: ['shutting-down', 'terminated'],
      verb: 'terminated',
      change: (instance) => {
        releaseAll(call, instance.instanceId);
        return world.put(instances, {
          ...instance,
          state: 'shutting-down',
          next: 'terminated',
          stateReason: USER_INITIATED,
          stateTransitionReason: 'User initiated',
          settlesAtMs: nowMs + SHUTTING_DOWN_MS,
        });
      },
    });
    return isRefusal(changed) ? changed : { TerminatingInstances: changed };
  },
});
