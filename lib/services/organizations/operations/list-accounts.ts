import { isRefusal, shape } from '../../../aws';
import { managedOrganization } from '../rules/callers';
import { organizationsOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { account, asked, ends } from '../rules/shapes';
import { accountView } from '../rules/views';

/** refuses: AWSOrganizationsNotInUse, AccessDenied */
export const listAccounts = organizationsOperation({
  name: 'ListAccounts',
  about: 'Lists the accounts of the organization.',
  input: shape.structure({ ...asked }),
  output: shape.structure({ Accounts: shape.list(account), ...ends }),
  readOnly: true,
  permissions: () => [{ action: 'organizations:ListAccounts', resource: '*' }],
  handle: (call) => {
    const organization = managedOrganization(call);
    if (isRefusal(organization)) return organization;
    const views = organization.members.map((member) => accountView(organization, member));
    return listed('Accounts', views, call.input);
  },
});
