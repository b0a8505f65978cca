import { shape } from '../../../aws';
import { refuseAttaching } from '../rules/attached-policies';
import { changeHeld, on, USER } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { arn, userName } from '../rules/shapes';

/** refuses: NoSuchEntity, InvalidInput, PolicyNotAttachable */
export const putUserPermissionsBoundary = iamOperation({
  name: 'PutUserPermissionsBoundary',
  about: 'Bounds what a user may do by a managed policy.',
  input: shape.structure({ UserName: userName, PermissionsBoundary: arn }, [
    'UserName',
    'PermissionsBoundary',
  ]),
  readOnly: false,
  permissions: (call) => [
    on(USER, 'iam:PutUserPermissionsBoundary', call, call.input.UserName, {
      'iam:PermissionsBoundary': [call.input.PermissionsBoundary],
    }),
  ],
  handle: (call) =>
    changeHeld(USER, call, call.input.UserName, (user) => {
      const boundary = call.input.PermissionsBoundary;
      return refuseAttaching(call.world, user.account, boundary) ?? { ...user, boundary };
    }),
});
