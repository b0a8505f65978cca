import { isRefusal, shape } from '../../../aws';
import { ownOrganization } from '../rules/callers';
import { organizationsOperation } from '../rules/operation';
import { organization } from '../rules/shapes';
import { organizationView } from '../rules/views';

/** Any member may ask. refuses: AWSOrganizationsNotInUse */
export const describeOrganization = organizationsOperation({
  name: 'DescribeOrganization',
  about: 'Shows the organization that the account belongs to.',
  input: shape.structure({}),
  output: shape.structure({ Organization: organization }),
  readOnly: true,
  permissions: () => [{ action: 'organizations:DescribeOrganization', resource: '*' }],
  handle: (call) => {
    const record = ownOrganization(call);
    return isRefusal(record) ? record : { Organization: organizationView(record) };
  },
});
