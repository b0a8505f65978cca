import { isRefusal, shape } from '../../../aws';
import { namedPolicy, onPolicy } from '../rules/managed-policies';
import { iamOperation } from '../rules/operation';
import { arn, policy } from '../rules/shapes';
import { policyDetail } from '../rules/views';

/** refuses: InvalidInput, NoSuchEntity */
export const getPolicy = iamOperation({
  name: 'GetPolicy',
  about: 'Shows a managed policy without its text.',
  input: shape.structure({ PolicyArn: arn }, ['PolicyArn']),
  output: shape.structure({ Policy: policy }),
  readOnly: true,
  permissions: (call) => [onPolicy('iam:GetPolicy', call)],
  handle: (call) => {
    const found = namedPolicy(call);
    if (isRefusal(found)) return found;
    return { Policy: policyDetail(call.world, call.principal.account, found) };
  },
});
