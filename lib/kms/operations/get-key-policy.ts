import { refuse, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { DEFAULT_POLICY_NAME } from '../rules/policy-names';
import { keyId, policyName } from '../rules/shapes';

/** Shows a key policy exactly as it was stored. refuses: NotFound (another name). fact: kms-engine 1.6 */
export const getKeyPolicy = declare({
  name: 'GetKeyPolicy',
  about: 'Shows the key policy of a KMS key.',
  input: shape.structure({ KeyId: keyId, PolicyName: policyName }, ['KeyId']),
  output: shape.structure({ Policy: shape.string(), PolicyName: shape.string() }),
  readOnly: true,
  keys: { key: { member: 'KeyId', accepts: 'key' } },
  handle: ({ input, keys: { key } }) => {
    if ((input.PolicyName ?? DEFAULT_POLICY_NAME) !== DEFAULT_POLICY_NAME) {
      return refuse('NotFoundException', 'No such policy exists');
    }
    return { Policy: key.policy, PolicyName: DEFAULT_POLICY_NAME };
  },
});
