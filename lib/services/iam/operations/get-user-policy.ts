import { isRefusal, shape } from '../../../aws';
import { held, on, USER } from '../rules/holders';
import { inlineOf } from '../rules/inline-policies';
import { iamOperation } from '../rules/operation';
import { policyDocument, policyName, userName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const getUserPolicy = iamOperation({
  name: 'GetUserPolicy',
  about: 'Shows an inline policy of a user.',
  input: shape.structure({ UserName: userName, PolicyName: policyName }, ['UserName', 'PolicyName']),
  output: shape.structure({ UserName: userName, PolicyName: policyName, PolicyDocument: policyDocument }, [
    'UserName',
    'PolicyName',
    'PolicyDocument',
  ]),
  readOnly: true,
  permissions: (call) => [on(USER, 'iam:GetUserPolicy', call, call.input.UserName)],
  handle: (call) => {
    const user = held(USER, call, call.input.UserName);
    if (isRefusal(user)) return user;
    const document = inlineOf(USER, user, call.input.PolicyName);
    if (isRefusal(document)) return document;
    return { UserName: user.name, PolicyName: call.input.PolicyName, PolicyDocument: document };
  },
});
