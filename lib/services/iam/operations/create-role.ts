import { shape } from '../../../aws';
import { roles } from '../records/role';
import { refuseAttaching } from '../rules/attached-policies';
import { refuseTrustPolicy } from '../rules/documents';
import { invalidInput } from '../rules/errors';
import { ROLE } from '../rules/holders';
import { freshHolder, freshId, refuseNew } from '../rules/new-holder';
import { iamOperation } from '../rules/operation';
import { QUOTAS } from '../rules/quotas';
import {
  arn,
  maxSessionDuration,
  path,
  policyDocument,
  role,
  roleDescription,
  roleName,
  tags,
} from '../rules/shapes';
import { refuseTags, requestTagConditions } from '../rules/tags';
import { newRoleView } from '../rules/views';

const input = shape.structure(
  {
    Path: path,
    RoleName: roleName,
    AssumeRolePolicyDocument: policyDocument,
    Description: roleDescription,
    MaxSessionDuration: maxSessionDuration,
    PermissionsBoundary: arn,
    Tags: tags,
  },
  ['RoleName', 'AssumeRolePolicyDocument'],
);

const HOUR = 3600;

/** refuses: InvalidInput, EntityAlreadyExists, LimitExceeded, MalformedPolicyDocument, NoSuchEntity (boundary) */
export const createRole = iamOperation({
  name: 'CreateRole',
  about: 'Creates a role that those whom its trust policy names may assume.',
  input,
  output: shape.structure({ Role: role }, ['Role']),
  readOnly: false,
  validate: ({ input: { Path } }) =>
    Path?.startsWith('/aws-service-role/')
      ? invalidInput('Cannot create a service-linked role by CreateRole; call CreateServiceLinkedRole.')
      : undefined,
  permissions: (call) => {
    const { Path = '/', RoleName, PermissionsBoundary, Tags } = call.input;
    const { arn: resource } = freshHolder(call, 'role', Path, RoleName);
    const conditions = {
      ...requestTagConditions(Tags),
      'iam:PermissionsBoundary': PermissionsBoundary === undefined ? undefined : [PermissionsBoundary],
    };
    const actions = Tags?.length ? ['iam:CreateRole', 'iam:TagRole'] : ['iam:CreateRole'];
    return actions.map((action) => ({ action, resource, conditions }));
  },
  handle: (call) => {
    const { Path = '/', RoleName, AssumeRolePolicyDocument, PermissionsBoundary, Tags = [] } = call.input;
    const refusal =
      refuseNew(ROLE, call, RoleName, QUOTAS.roles) ??
      refuseTrustPolicy(call.world, AssumeRolePolicyDocument) ??
      refuseTags(Tags) ??
      (PermissionsBoundary && refuseAttaching(call.world, call.principal.account, PermissionsBoundary));
    if (refusal) return refusal;
    const record = call.world.put(roles, {
      ...freshHolder(call, 'role', Path, RoleName),
      roleId: freshId(call, 'AROA'),
      trustPolicy: AssumeRolePolicyDocument,
      description: call.input.Description,
      maxSessionSeconds: call.input.MaxSessionDuration ?? HOUR,
      tags: Tags,
      boundary: PermissionsBoundary,
    });
    return { Role: newRoleView(record) };
  },
});
