import { isRefusal, shape } from '../../../aws';
import { held, on, ROLE } from '../rules/holders';
import { inlineNames } from '../rules/inline-policies';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, policyName, roleName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const listRolePolicies = iamOperation({
  name: 'ListRolePolicies',
  about: 'Lists the names of the inline policies of a role.',
  input: shape.structure({ RoleName: roleName, ...asked }, ['RoleName']),
  output: shape.structure({ PolicyNames: shape.list(policyName), ...ends }, ['PolicyNames']),
  readOnly: true,
  permissions: (call) => [on(ROLE, 'iam:ListRolePolicies', call, call.input.RoleName)],
  handle: (call) => {
    const role = held(ROLE, call, call.input.RoleName);
    if (isRefusal(role)) return role;
    return listed('PolicyNames', inlineNames(role), call.input, (name) => name);
  },
});
