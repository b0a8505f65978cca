import { isRefusal, shape } from '../../../aws';
import { held, on, ROLE } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { role, roleName } from '../rules/shapes';
import { roleDetail } from '../rules/views';

/** refuses: NoSuchEntity */
export const getRole = iamOperation({
  name: 'GetRole',
  about: 'Shows a role and its trust policy.',
  input: shape.structure({ RoleName: roleName }, ['RoleName']),
  output: shape.structure({ Role: role }, ['Role']),
  readOnly: true,
  permissions: (call) => [on(ROLE, 'iam:GetRole', call, call.input.RoleName)],
  handle: (call) => {
    const record = held(ROLE, call, call.input.RoleName);
    return isRefusal(record) ? record : { Role: roleDetail(record) };
  },
});
