import { shape } from '../../../aws';
import { changeHeld, on, USER } from '../rules/holders';
import { withoutInline } from '../rules/inline-policies';
import { iamOperation } from '../rules/operation';
import { policyName, userName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const deleteUserPolicy = iamOperation({
  name: 'DeleteUserPolicy',
  about: 'Deletes an inline policy of a user.',
  input: shape.structure({ UserName: userName, PolicyName: policyName }, ['UserName', 'PolicyName']),
  readOnly: false,
  permissions: (call) => [on(USER, 'iam:DeleteUserPolicy', call, call.input.UserName)],
  handle: (call) =>
    changeHeld(USER, call, call.input.UserName, (user) => withoutInline(USER, user, call.input.PolicyName)),
});
