import { shape } from '../../../aws';
import { withAttached } from '../rules/attached-policies';
import { changeHeld, on, USER } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { arn, userName } from '../rules/shapes';

/** refuses: NoSuchEntity, InvalidInput, PolicyNotAttachable, LimitExceeded */
export const attachUserPolicy = iamOperation({
  name: 'AttachUserPolicy',
  about: 'Attaches a managed policy to a user.',
  input: shape.structure({ UserName: userName, PolicyArn: arn }, ['UserName', 'PolicyArn']),
  readOnly: false,
  permissions: (call) => [
    on(USER, 'iam:AttachUserPolicy', call, call.input.UserName, { 'iam:PolicyARN': [call.input.PolicyArn] }),
  ],
  handle: (call) =>
    changeHeld(USER, call, call.input.UserName, (user) =>
      withAttached(call.world, USER, user, call.input.PolicyArn),
    ),
});
