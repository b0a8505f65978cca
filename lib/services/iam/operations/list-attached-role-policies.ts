import { isRefusal, shape } from '../../../aws';
import { attachedUnder, attachedView } from '../rules/attached-policies';
import { held, on, ROLE } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, attachedPolicies, ends, policyPath, roleName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const listAttachedRolePolicies = iamOperation({
  name: 'ListAttachedRolePolicies',
  about: 'Lists the managed policies attached to a role.',
  input: shape.structure({ RoleName: roleName, PathPrefix: policyPath, ...asked }, ['RoleName']),
  output: shape.structure({ AttachedPolicies: attachedPolicies, ...ends }),
  readOnly: true,
  permissions: (call) => [on(ROLE, 'iam:ListAttachedRolePolicies', call, call.input.RoleName)],
  handle: (call) => {
    const role = held(ROLE, call, call.input.RoleName);
    if (isRefusal(role)) return role;
    const arns = attachedUnder(call.world, role, call.input.PathPrefix);
    return listed('AttachedPolicies', arns, call.input, attachedView);
  },
});
