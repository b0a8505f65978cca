import { isRefusal, shape } from '../../../aws';
import { attachedUnder, attachedView } from '../rules/attached-policies';
import { held, on, USER } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, attachedPolicies, ends, policyPath, userName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const listAttachedUserPolicies = iamOperation({
  name: 'ListAttachedUserPolicies',
  about: 'Lists the managed policies attached to a user.',
  input: shape.structure({ UserName: userName, PathPrefix: policyPath, ...asked }, ['UserName']),
  output: shape.structure({ AttachedPolicies: attachedPolicies, ...ends }),
  readOnly: true,
  permissions: (call) => [on(USER, 'iam:ListAttachedUserPolicies', call, call.input.UserName)],
  handle: (call) => {
    const user = held(USER, call, call.input.UserName);
    if (isRefusal(user)) return user;
    const arns = attachedUnder(call.world, user, call.input.PathPrefix);
    return listed('AttachedPolicies', arns, call.input, attachedView);
  },
});
