import { isRefusal, shape } from '../../../aws';
import { iamOperation } from '../rules/operation';
import { policySourceOf } from '../rules/policy-source';
import { contextKeysIn, readPolicies } from '../rules/simulation';
import { contextKeyNames, policyInputs, policySource } from '../rules/simulation-shapes';

/** refuses: NoSuchEntity, InvalidInput */
export const getContextKeysForPrincipalPolicy = iamOperation({
  name: 'GetContextKeysForPrincipalPolicy',
  about: 'Lists the condition keys that the IAM policies of a user, group or role speak of.',
  input: shape.structure({ PolicySourceArn: policySource, PolicyInputList: policyInputs }, [
    'PolicySourceArn',
  ]),
  output: contextKeyNames,
  readOnly: true,
  permissions: (call) => [
    { action: 'iam:GetContextKeysForPrincipalPolicy', resource: call.input.PolicySourceArn },
  ],
  handle: (call) => {
    const source = policySourceOf(call.world, call.input.PolicySourceArn);
    if (isRefusal(source)) return source;
    const more = readPolicies(call.input.PolicyInputList ?? [], 'PolicyInputList', 'identity');
    if (isRefusal(more)) return more;
    const documents = [...source.identity, ...more].map(({ policy }) => policy.document);
    return { ContextKeyNames: [...new Set(documents.flatMap(contextKeysIn))].sort() };
  },
});
