import { shape } from '../../../aws';
import { withoutAttached } from '../rules/attached-policies';
import { changeHeld, on, USER } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { arn, userName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const detachUserPolicy = iamOperation({
  name: 'DetachUserPolicy',
  about: 'Takes a managed policy off a user.',
  input: shape.structure({ UserName: userName, PolicyArn: arn }, ['UserName', 'PolicyArn']),
  readOnly: false,
  permissions: (call) => [
    on(USER, 'iam:DetachUserPolicy', call, call.input.UserName, { 'iam:PolicyARN': [call.input.PolicyArn] }),
  ],
  handle: (call) =>
    changeHeld(USER, call, call.input.UserName, (user) => withoutAttached(user, call.input.PolicyArn)),
});
