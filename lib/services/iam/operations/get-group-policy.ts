import { isRefusal, shape } from '../../../aws';
import { GROUP, held, on } from '../rules/holders';
import { inlineOf } from '../rules/inline-policies';
import { iamOperation } from '../rules/operation';
import { groupName, policyDocument, policyName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const getGroupPolicy = iamOperation({
  name: 'GetGroupPolicy',
  about: 'Shows an inline policy of a group.',
  input: shape.structure({ GroupName: groupName, PolicyName: policyName }, ['GroupName', 'PolicyName']),
  output: shape.structure({ GroupName: groupName, PolicyName: policyName, PolicyDocument: policyDocument }, [
    'GroupName',
    'PolicyName',
    'PolicyDocument',
  ]),
  readOnly: true,
  permissions: (call) => [on(GROUP, 'iam:GetGroupPolicy', call, call.input.GroupName)],
  handle: (call) => {
    const group = held(GROUP, call, call.input.GroupName);
    if (isRefusal(group)) return group;
    const document = inlineOf(GROUP, group, call.input.PolicyName);
    if (isRefusal(document)) return document;
    return { GroupName: group.name, PolicyName: call.input.PolicyName, PolicyDocument: document };
  },
});
