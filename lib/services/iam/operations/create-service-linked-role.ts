import { shape } from '../../../aws';
import { iamArn } from '../records/holder';
import { roles, serviceLinkedPath } from '../records/role';
import { invalidInput, noSuchEntity } from '../rules/errors';
import { ROLE } from '../rules/holders';
import { freshHolder, freshId } from '../rules/new-holder';
import { iamOperation } from '../rules/operation';
import { LINKED_SERVICES, linkedTrustPolicy } from '../rules/service-linked';
import { groupName, role, roleDescription } from '../rules/shapes';
import { newRoleView } from '../rules/views';

const input = shape.structure(
  {
    AWSServiceName: groupName,
    Description: roleDescription,
    CustomSuffix: shape.string({ min: 1, max: 64, pattern: '[\\w+=,.@-]+' }),
  },
  ['AWSServiceName'],
);
type Input = NonNullable<(typeof input)['type']>;

/** refuses: InvalidInput, NoSuchEntity (no such service) */
export const createServiceLinkedRole = iamOperation({
  name: 'CreateServiceLinkedRole',
  about: 'Creates the role that a service keeps in the account and alone may change.',
  input,
  output: shape.structure({ Role: role }),
  readOnly: false,
  permissions: (call) => {
    const { AWSServiceName: service } = call.input;
    const path = serviceLinkedPath(service);
    return [
      {
        action: 'iam:CreateServiceLinkedRole',
        resource: iamArn(call.principal.account, `role${path}${roleNameFor(call.input) ?? '*'}`),
        conditions: { 'iam:AWSServiceName': [service] },
      },
    ];
  },
  handle: (call) => {
    const { AWSServiceName: service, Description } = call.input;
    const linked = LINKED_SERVICES[service];
    const name = roleNameFor(call.input);
    if (!linked || name === undefined) {
      return noSuchEntity(`The service ${service} has no service-linked role in this lab.`);
    }
    if (ROLE.find(call.world, call.principal.account, name)) {
      return invalidInput(
        `Service role name ${name} has been taken in this account, please try a different suffix.`,
      );
    }
    const record = call.world.put(roles, {
      ...freshHolder(call, 'role', serviceLinkedPath(service), name),
      roleId: freshId(call, 'AROA'),
      trustPolicy: linkedTrustPolicy(service),
      description: Description,
      maxSessionSeconds: 3600,
      attached: [`arn:aws:iam::aws:policy/aws-service-role/${linked.policy}`],
      tags: [],
    });
    return { Role: newRoleView(record) };
  },
});

function roleNameFor({ AWSServiceName, CustomSuffix }: Input): string | undefined {
  const name = LINKED_SERVICES[AWSServiceName]?.roleName;
  return name === undefined || CustomSuffix === undefined ? name : `${name}_${CustomSuffix}`;
}
