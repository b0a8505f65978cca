import { shape } from '../../../aws';
import { changeHeld, on, USER } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { userName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const deleteUserPermissionsBoundary = iamOperation({
  name: 'DeleteUserPermissionsBoundary',
  about: 'Takes the permissions boundary off a user.',
  input: shape.structure({ UserName: userName }, ['UserName']),
  readOnly: false,
  permissions: (call) => [on(USER, 'iam:DeleteUserPermissionsBoundary', call, call.input.UserName)],
  handle: (call) => changeHeld(USER, call, call.input.UserName, (user) => ({ ...user, boundary: undefined })),
});
