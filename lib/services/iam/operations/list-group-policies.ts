import { isRefusal, shape } from '../../../aws';
import { GROUP, held, on } from '../rules/holders';
import { inlineNames } from '../rules/inline-policies';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, groupName, policyName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const listGroupPolicies = iamOperation({
  name: 'ListGroupPolicies',
  about: 'Lists the names of the inline policies of a group.',
  input: shape.structure({ GroupName: groupName, ...asked }, ['GroupName']),
  output: shape.structure({ PolicyNames: shape.list(policyName), ...ends }, ['PolicyNames']),
  readOnly: true,
  permissions: (call) => [on(GROUP, 'iam:ListGroupPolicies', call, call.input.GroupName)],
  handle: (call) => {
    const group = held(GROUP, call, call.input.GroupName);
    if (isRefusal(group)) return group;
    return listed('PolicyNames', inlineNames(group), call.input, (name) => name);
  },
});
