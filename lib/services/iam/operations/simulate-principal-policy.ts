import { isRefusal, parseArn, shape } from '../../../aws';
import { isServiceLinked } from '../identity';
import type { ScpsOf } from '../ports';
import { iamOperation } from '../rules/operation';
import { policySourceOf } from '../rules/policy-source';
import { ends } from '../rules/shapes';
import { simulateAll } from '../rules/simulated-requests';
import { readPolicies, storedPolicies } from '../rules/simulation';
import { evaluationResults, policyInputs, policySource, simulated } from '../rules/simulation-shapes';

/** refuses: NoSuchEntity, InvalidInput. fact: authorization 9 (whom SCPs do not reach) */
export const createSimulatePrincipalPolicy = (scpsOf: ScpsOf) =>
  iamOperation({
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
      const arn = call.input.PolicySourceArn;
      const scps = isServiceLinked({ roleArn: arn })
        ? undefined
        : scpsOf(call.world, parseArn(arn)?.account ?? '');
      const scp = scps?.map((level) => storedPolicies(level, 'scp'));
      return simulateAll(call.input, { ...source, identity: [...source.identity, ...more], scp });
    },
  });
