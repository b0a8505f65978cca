import { isRefusal, shape } from '../../../aws';
import { memberOf } from '../records/organization';
import { managedOrganization, on } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { account, accountId } from '../rules/shapes';
import { accountView } from '../rules/views';

/** refuses: AWSOrganizationsNotInUse, AccessDenied, AccountNotFound */
export const describeAccount = organizationsOperation({
  name: 'DescribeAccount',
  about: 'Shows an account of the organization.',
  input: shape.structure({ AccountId: accountId }, ['AccountId']),
  output: shape.structure({ Account: account }),
  readOnly: true,
  permissions: (call) => on('organizations:DescribeAccount', call, [call.input.AccountId]),
  handle: (call) => {
    const organization = managedOrganization(call);
    if (isRefusal(organization)) return organization;
    const member = memberOf(organization, call.input.AccountId);
    if (!member) return refuseAs('AccountNotFoundException');
    return { Account: accountView(organization, member) };
  },
});
