import { type Call, isRefusal, type Refusal } from '../../aws';
import { describeState } from './describing';
import { instanceOf } from './finding';
import type { InstanceRecord, InstanceState, StateReason } from './records/instance';
import { incorrectState } from './rules/errors';

/** Changes the state of each instance named, all or none; those in `settled` already stay as they are. */
export function changeStates(
  call: Call<object>,
  ids: readonly string[],
  rule: {
    readonly from: readonly InstanceState[];
    readonly settled: readonly InstanceState[];
    readonly verb: string;
    readonly change: (instance: InstanceRecord) => InstanceRecord;
  },
) {
  const found: InstanceRecord[] = [];
  for (const id of ids) {
    const instance = instanceOf(call, id);
    if (isRefusal(instance)) return instance;
    const refusal = refuseState(instance, [...rule.from, ...rule.settled], rule.verb);
    if (refusal) return refusal;
    found.push(instance);
  }
  return found.map((instance) => {
    const isSettled = rule.settled.includes(instance.state);
    const changed = isSettled ? instance : rule.change(instance);
    return {
      InstanceId: instance.instanceId,
      CurrentState: describeState(changed.state),
      PreviousState: describeState(instance.state),
    };
  });
}

function refuseState(
  { instanceId, state }: InstanceRecord,
  allowed: readonly InstanceState[],
  verb: string,
): Refusal | undefined {
  if (allowed.includes(state)) return undefined;
  const { name, message } = incorrectState(
    `The instance '${instanceId}' is not in a state from which it can be ${verb}.`,
  );
  return { refused: true, name: name.replace('State', 'InstanceState'), message, status: 400 };
}

/** Why an instance stopped that was told to. assumed: code and text as public logs show them */
export const USER_INITIATED: StateReason = {
  code: 'Client.UserInitiatedShutdown',
  message: 'Client.UserInitiatedShutdown: User initiated shutdown',
};
