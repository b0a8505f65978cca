import { shape } from '../../../aws';
import { changeHeld, GROUP, on } from '../rules/holders';
import { withoutInline } from '../rules/inline-policies';
import { iamOperation } from '../rules/operation';
import { groupName, policyName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const deleteGroupPolicy = iamOperation({
  name: 'DeleteGroupPolicy',
  about: 'Deletes an inline policy of a group.',
  input: shape.structure({ GroupName: groupName, PolicyName: policyName }, ['GroupName', 'PolicyName']),
  readOnly: false,
  permissions: (call) => [on(GROUP, 'iam:DeleteGroupPolicy', call, call.input.GroupName)],
  handle: (call) =>
    changeHeld(GROUP, call, call.input.GroupName, (group) =>
      withoutInline(GROUP, group, call.input.PolicyName),
    ),
});
