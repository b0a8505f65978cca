import { isRefusal, shape } from '../../../aws';
import { managedOrganization } from '../rules/callers';
import { organizationsOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, root } from '../rules/shapes';
import { rootView } from '../rules/views';

/** refuses: AWSOrganizationsNotInUse, AccessDenied */
export const listRoots = organizationsOperation({
  name: 'ListRoots',
  about: 'Lists the root of the organization with the policy types enabled in it.',
  input: shape.structure({ ...asked }),
  output: shape.structure({ Roots: shape.list(root), ...ends }),
  readOnly: true,
  permissions: () => [{ action: 'organizations:ListRoots', resource: '*' }],
  handle: (call) => {
    const organization = managedOrganization(call);
    return isRefusal(organization) ? organization : listed('Roots', [rootView(organization)], call.input);
  },
});
