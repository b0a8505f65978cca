import { shape } from '../../../aws';
import { changeHeld, on, USER } from '../rules/holders';
import { withInline } from '../rules/inline-policies';
import { iamOperation } from '../rules/operation';
import { policyDocument, policyName, userName } from '../rules/shapes';

/** refuses: NoSuchEntity, MalformedPolicyDocument, LimitExceeded */
export const putUserPolicy = iamOperation({
  name: 'PutUserPolicy',
  about: 'Adds an inline policy to a user, or replaces the one of that name.',
  input: shape.structure({ UserName: userName, PolicyName: policyName, PolicyDocument: policyDocument }, [
    'UserName',
    'PolicyName',
    'PolicyDocument',
  ]),
  readOnly: false,
  permissions: (call) => [on(USER, 'iam:PutUserPolicy', call, call.input.UserName)],
  handle: (call) =>
    changeHeld(USER, call, call.input.UserName, (user) =>
      withInline(USER, user, call.input.PolicyName, call.input.PolicyDocument),
    ),
});
