import { isRefusal, shape } from '../../../aws';
import { accounts } from '../records/account';
import { namedOrCaller, onNamedOrCaller } from '../rules/callers';
import { iamOperation } from '../rules/operation';
import { user, userName } from '../rules/shapes';
import { userDetail } from '../rules/views';

/** The root user is shown by its account. refuses: NoSuchEntity, Validation */
export const getUser = iamOperation({
  name: 'GetUser',
  about: 'Shows a user, or the caller.',
  input: shape.structure({ UserName: userName }),
  output: shape.structure({ User: { ...user, required: [] } }, ['User']),
  readOnly: true,
  permissions: (call) => [onNamedOrCaller('iam:GetUser', call)],
  handle: (call) => {
    const found = namedOrCaller(call);
    if (isRefusal(found)) return found;
    if (found !== 'root') return { User: userDetail(found) };
    const { account, arn } = call.principal;
    const CreateDate = call.world.table(accounts).get(account)?.createdAtMs;
    return { User: { UserId: account, Arn: arn, CreateDate } };
  },
});
