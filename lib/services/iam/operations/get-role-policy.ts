import { isRefusal, shape } from '../../../aws';
import { held, on, ROLE } from '../rules/holders';
import { inlineOf } from '../rules/inline-policies';
import { iamOperation } from '../rules/operation';
import { policyDocument, policyName, roleName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const getRolePolicy = iamOperation({
  name: 'GetRolePolicy',
  about: 'Shows an inline policy of a role.',
  input: shape.structure({ RoleName: roleName, PolicyName: policyName }, ['RoleName', 'PolicyName']),
  output: shape.structure({ RoleName: roleName, PolicyName: policyName, PolicyDocument: policyDocument }, [
    'RoleName',
    'PolicyName',
    'PolicyDocument',
  ]),
  readOnly: true,
  permissions: (call) => [on(ROLE, 'iam:GetRolePolicy', call, call.input.RoleName)],
  handle: (call) => {
    const role = held(ROLE, call, call.input.RoleName);
    if (isRefusal(role)) return role;
    const document = inlineOf(ROLE, role, call.input.PolicyName);
    if (isRefusal(document)) return document;
    return { RoleName: role.name, PolicyName: call.input.PolicyName, PolicyDocument: document };
  },
});
