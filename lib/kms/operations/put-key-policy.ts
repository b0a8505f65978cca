import { refuse, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { checkPolicy } from '../keys/policies';
import { keys } from '../records/key';
import { DEFAULT_POLICY_NAME } from '../rules/policy-names';
import { keyId, policy, policyName } from '../rules/shapes';

/**
 * Replaces a key policy whole, in every state of the key.
 * refuses: UnsupportedOperation (another name; from emulators), LimitExceeded, MalformedPolicyDocument.
 * fact: kms-engine 1.6, 4.4
 */
export const putKeyPolicy = declare({
  name: 'PutKeyPolicy',
  about: 'Replaces the key policy of a KMS key.',
  input: shape.structure(
    {
      KeyId: keyId,
      PolicyName: policyName,
      Policy: policy,
      BypassPolicyLockoutSafetyCheck: shape.boolean(),
    },
    ['KeyId', 'Policy'],
  ),
  readOnly: false,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'key',
      conditions: (input) => ({
        'kms:BypassPolicyLockoutSafetyCheck': [String(input.BypassPolicyLockoutSafetyCheck ?? false)],
      }),
    },
  },
  handle: ({ input, call, keys: { key } }) => {
    if ((input.PolicyName ?? DEFAULT_POLICY_NAME) !== DEFAULT_POLICY_NAME) {
      return refuse('UnsupportedOperationException', 'Only default policy is supported');
    }
    const bypassLockoutCheck = input.BypassPolicyLockoutSafetyCheck ?? false;
    const rules = { keyArn: key.arn, account: key.account, bypassLockoutCheck };
    const refusal = checkPolicy(call, input.Policy, rules);
    if (refusal) return refusal;
    call.world.put(keys, { ...key, policy: input.Policy });
    return undefined;
  },
});
