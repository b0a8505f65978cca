import { isRefusal, shape } from '../../../aws';
import { unitOf } from '../records/organization';
import { managedOrganization, on } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { account, asked, ends, parentId } from '../rules/shapes';
import { accountView } from '../rules/views';

/** refuses: AWSOrganizationsNotInUse, AccessDenied, ParentNotFound */
export const listAccountsForParent = organizationsOperation({
  name: 'ListAccountsForParent',
  about: 'Lists the accounts right under the root or an organizational unit.',
  input: shape.structure({ ParentId: parentId, ...asked }, ['ParentId']),
  output: shape.structure({ Accounts: shape.list(account), ...ends }),
  readOnly: true,
  permissions: (call) => on('organizations:ListAccountsForParent', call, [call.input.ParentId]),
  handle: (call) => {
    const organization = managedOrganization(call);
    if (isRefusal(organization)) return organization;
    const { ParentId } = call.input;
    if (!unitOf(organization, ParentId)) return refuseAs('ParentNotFoundException');
    const its = organization.members.filter((member) => member.parentId === ParentId);
    return listed(
      'Accounts',
      its.map((member) => accountView(organization, member)),
      call.input,
    );
  },
});
