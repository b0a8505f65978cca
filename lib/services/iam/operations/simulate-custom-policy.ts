import { isRefusal, shape } from '../../../aws';
import { iamOperation } from '../rules/operation';
import { nobodyOf, policySourceOf } from '../rules/policy-source';
import { ends } from '../rules/shapes';
import { simulateAll } from '../rules/simulated-requests';
import { readPolicies } from '../rules/simulation';
import { evaluationResults, policyInputs, simulated } from '../rules/simulation-shapes';

/** refuses: InvalidInput */
export const simulateCustomPolicy = iamOperation({
  name: 'SimulateCustomPolicy',
  about: 'Says what policies that are handed in would allow.',
  input: shape.structure({ PolicyInputList: policyInputs, ...simulated }, ['PolicyInputList', 'ActionNames']),
  output: shape.structure({ EvaluationResults: evaluationResults, ...ends }),
  readOnly: true,
  permissions: () => [{ action: 'iam:SimulateCustomPolicy', resource: '*' }],
  handle: (call) => {
    const identity = readPolicies(call.input.PolicyInputList, 'PolicyInputList', 'identity');
    if (isRefusal(identity)) return identity;
    const caller =
      call.input.CallerArn === undefined ? undefined : policySourceOf(call.world, call.input.CallerArn);
    const principal = !caller || isRefusal(caller) ? nobodyOf(call.principal.account) : caller.principal;
    return simulateAll(call.input, { principal, identity });
  },
});
