import { isRefusal, shape } from '../../../aws';
import { groups } from '../records/group';
import { roles } from '../records/role';
import { users } from '../records/user';
import { namedPolicy, onPolicy } from '../rules/managed-policies';
import { iamOperation } from '../rules/operation';
import { arn, asked, ends, groupName, path, roleName, userName } from '../rules/shapes';

const id = shape.string();
const output = shape.structure({
  PolicyGroups: shape.list(shape.structure({ GroupName: groupName, GroupId: id })),
  PolicyUsers: shape.list(shape.structure({ UserName: userName, UserId: id })),
  PolicyRoles: shape.list(shape.structure({ RoleName: roleName, RoleId: id })),
  ...ends,
});

const input = shape.structure(
  {
    PolicyArn: arn,
    EntityFilter: shape.oneOf('User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'),
    PathPrefix: path,
    PolicyUsageFilter: shape.oneOf('PermissionsPolicy', 'PermissionsBoundary'),
    ...asked,
  },
  ['PolicyArn'],
);

/** differs: all of them on one page. refuses: InvalidInput, NoSuchEntity */
export const listEntitiesForPolicy = iamOperation({
  name: 'ListEntitiesForPolicy',
  about: 'Lists the users, groups and roles a managed policy is attached to, or bounds.',
  input,
  output,
  readOnly: true,
  permissions: (call) => [onPolicy('iam:ListEntitiesForPolicy', call)],
  handle: (call) => {
    const policy = namedPolicy(call);
    if (isRefusal(policy)) return policy;
    const { world } = call;
    const { EntityFilter, PathPrefix = '/', PolicyUsageFilter } = call.input;
    const index = PolicyUsageFilter === 'PermissionsBoundary' ? 'boundary' : 'policy';
    const isWanted = (kind: string, holder: { readonly account: string; readonly path: string }) =>
      (EntityFilter === undefined || EntityFilter === kind) &&
      holder.account === call.principal.account &&
      holder.path.startsWith(PathPrefix);
    const inGroups = index === 'policy' ? world.table(groups).by(index, policy.arn) : [];
    return {
      PolicyGroups: inGroups
        .filter((group) => isWanted('Group', group))
        .map(({ name, groupId }) => ({ GroupName: name, GroupId: groupId })),
      PolicyUsers: world
        .table(users)
        .by(index, policy.arn)
        .filter((user) => isWanted('User', user))
        .map(({ name, userId }) => ({ UserName: name, UserId: userId })),
      PolicyRoles: world
        .table(roles)
        .by(index, policy.arn)
        .filter((role) => isWanted('Role', role))
        .map(({ name, roleId }) => ({ RoleName: name, RoleId: roleId })),
      IsTruncated: false,
    };
  },
});
