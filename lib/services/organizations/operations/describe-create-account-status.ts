import { isRefusal, shape } from '../../../aws';
import { managedOrganization } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { createAccountStatus } from '../rules/shapes';
import { creationView } from '../rules/views';

/** refuses: AWSOrganizationsNotInUse, AccessDenied, CreateAccountStatusNotFound */
export const describeCreateAccountStatus = organizationsOperation({
  name: 'DescribeCreateAccountStatus',
  about: 'Shows how the creation of an account went.',
  input: shape.structure(
    { CreateAccountRequestId: shape.string({ max: 36, pattern: '^car-[a-z0-9]{8,32}$' }) },
    ['CreateAccountRequestId'],
  ),
  output: shape.structure({ CreateAccountStatus: createAccountStatus }),
  readOnly: true,
  permissions: () => [{ action: 'organizations:DescribeCreateAccountStatus', resource: '*' }],
  handle: (call) => {
    const organization = managedOrganization(call);
    if (isRefusal(organization)) return organization;
    const creation = organization.creations.find(({ id }) => id === call.input.CreateAccountRequestId);
    if (!creation) return refuseAs('CreateAccountStatusNotFoundException');
    return { CreateAccountStatus: creationView(creation) };
  },
});
