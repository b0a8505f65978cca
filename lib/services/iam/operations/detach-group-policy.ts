import { shape } from '../../../aws';
import { withoutAttached } from '../rules/attached-policies';
import { changeHeld, GROUP, on } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { arn, groupName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const detachGroupPolicy = iamOperation({
  name: 'DetachGroupPolicy',
  about: 'Takes a managed policy off a group.',
  input: shape.structure({ GroupName: groupName, PolicyArn: arn }, ['GroupName', 'PolicyArn']),
  readOnly: false,
  permissions: (call) => [
    on(GROUP, 'iam:DetachGroupPolicy', call, call.input.GroupName, {
      'iam:PolicyARN': [call.input.PolicyArn],
    }),
  ],
  handle: (call) =>
    changeHeld(GROUP, call, call.input.GroupName, (group) => withoutAttached(group, call.input.PolicyArn)),
});
