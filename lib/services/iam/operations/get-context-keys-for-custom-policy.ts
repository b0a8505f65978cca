import { isRefusal, shape } from '../../../aws';
import { iamOperation } from '../rules/operation';
import { contextKeysIn, readPolicies } from '../rules/simulation';
import { contextKeyNames, policyInputs } from '../rules/simulation-shapes';

/** refuses: InvalidInput */
export const getContextKeysForCustomPolicy = iamOperation({
  name: 'GetContextKeysForCustomPolicy',
  about: 'Lists the condition keys that policies that are handed in speak of.',
  input: shape.structure({ PolicyInputList: policyInputs }, ['PolicyInputList']),
  output: contextKeyNames,
  readOnly: true,
  permissions: () => [{ action: 'iam:GetContextKeysForCustomPolicy', resource: '*' }],
  handle: (call) => {
    const policies = readPolicies(call.input.PolicyInputList, 'PolicyInputList', 'identity');
    if (isRefusal(policies)) return policies;
    const names = policies.flatMap(({ policy }) => contextKeysIn(policy.document));
    return { ContextKeyNames: [...new Set(names)].sort() };
  },
});
