import { shape } from '../../../aws';
import { users } from '../records/user';
import { refuseAttaching } from '../rules/attached-policies';
import { USER } from '../rules/holders';
import { freshHolder, freshId, refuseNew } from '../rules/new-holder';
import { iamOperation } from '../rules/operation';
import { QUOTAS } from '../rules/quotas';
import { arn, newUserName, path, tags, user } from '../rules/shapes';
import { refuseTags, requestTagConditions } from '../rules/tags';
import { userDetail } from '../rules/views';

/** refuses: EntityAlreadyExists, LimitExceeded, InvalidInput, NoSuchEntity (boundary) */
export const createUser = iamOperation({
  name: 'CreateUser',
  about: 'Creates a user, without permissions and credentials.',
  input: shape.structure({ Path: path, UserName: newUserName, PermissionsBoundary: arn, Tags: tags }, [
    'UserName',
  ]),
  output: shape.structure({ User: user }),
  readOnly: false,
  permissions: (call) => {
    const { Path = '/', UserName, PermissionsBoundary, Tags } = call.input;
    const { arn: resource } = freshHolder(call, 'user', Path, UserName);
    const conditions = {
      ...requestTagConditions(Tags),
      'iam:PermissionsBoundary': PermissionsBoundary === undefined ? undefined : [PermissionsBoundary],
    };
    const actions = Tags?.length ? ['iam:CreateUser', 'iam:TagUser'] : ['iam:CreateUser'];
    return actions.map((action) => ({ action, resource, conditions }));
  },
  handle: (call) => {
    const { Path = '/', UserName, PermissionsBoundary, Tags = [] } = call.input;
    const refusal =
      refuseNew(USER, call, UserName, QUOTAS.users) ??
      refuseTags(Tags) ??
      (PermissionsBoundary && refuseAttaching(call.world, call.principal.account, PermissionsBoundary));
    if (refusal) return refusal;
    const record = call.world.put(users, {
      ...freshHolder(call, 'user', Path, UserName),
      userId: freshId(call, 'AIDA'),
      tags: Tags,
      boundary: PermissionsBoundary,
      groups: [],
    });
    return { User: userDetail(record) };
  },
});
