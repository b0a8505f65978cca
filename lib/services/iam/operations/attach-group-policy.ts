import { shape } from '../../../aws';
import { withAttached } from '../rules/attached-policies';
import { changeHeld, GROUP, on } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { arn, groupName } from '../rules/shapes';

/** refuses: NoSuchEntity, InvalidInput, PolicyNotAttachable, LimitExceeded */
export const attachGroupPolicy = iamOperation({
  name: 'AttachGroupPolicy',
  about: 'Attaches a managed policy to a group.',
  input: shape.structure({ GroupName: groupName, PolicyArn: arn }, ['GroupName', 'PolicyArn']),
  readOnly: false,
  permissions: (call) => [
    on(GROUP, 'iam:AttachGroupPolicy', call, call.input.GroupName, {
      'iam:PolicyARN': [call.input.PolicyArn],
    }),
  ],
  handle: (call) =>
    changeHeld(GROUP, call, call.input.GroupName, (group) =>
      withAttached(call.world, GROUP, group, call.input.PolicyArn),
    ),
});
