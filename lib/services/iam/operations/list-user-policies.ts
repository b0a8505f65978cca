import { isRefusal, shape } from '../../../aws';
import { held, on, USER } from '../rules/holders';
import { inlineNames } from '../rules/inline-policies';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, policyName, userName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const listUserPolicies = iamOperation({
  name: 'ListUserPolicies',
  about: 'Lists the names of the inline policies of a user.',
  input: shape.structure({ UserName: userName, ...asked }, ['UserName']),
  output: shape.structure({ PolicyNames: shape.list(policyName), ...ends }, ['PolicyNames']),
  readOnly: true,
  permissions: (call) => [on(USER, 'iam:ListUserPolicies', call, call.input.UserName)],
  handle: (call) => {
    const user = held(USER, call, call.input.UserName);
    if (isRefusal(user)) return user;
    return listed('PolicyNames', inlineNames(user), call.input, (name) => name);
  },
});
