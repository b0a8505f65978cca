import { isRefusal, shape } from '../../../aws';
import { iamOperation } from '../rules/operation';
import { policySourceOf } from '../rules/policy-source';
import { ends } from '../rules/shapes';
import { simulateAll } from '../rules/simulated-requests';
import { readPolicies } from '../rules/simulation';
import { evaluationResults, policyInputs, policySource, simulated } from '../rules/simulation-shapes';

/** refuses: NoSuchEntity, InvalidInput */
export const simulatePrincipalPolicy = iamOperation({
  name: 'SimulatePrincipalPolicy',
  about:
    'Says what the IAM policies of a user, group or role would allow; key policies and grants are not asked.',
  input: shape.structure({ PolicySourceArn: policySource, PolicyInputList: policyInputs, ...simulated }, [
    'PolicySourceArn',
    'ActionNames',
  ]),
  output: shape.structure({ EvaluationResults: evaluationResults, ...ends }),
  readOnly: true,
  permissions: (call) => [{ action: 'iam:SimulatePrincipalPolicy', resource: call.input.PolicySourceArn }],
  handle: (call) => {
    const source = policySourceOf(call.world, call.input.PolicySourceArn);
    if (isRefusal(source)) return source;
    const more = readPolicies(call.input.PolicyInputList ?? [], 'PolicyInputList', 'identity');
    if (isRefusal(more)) return more;
    return simulateAll(call.input, { ...source, identity: [...source.identity, ...more] });
  },
});
