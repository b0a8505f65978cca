import { isRefusal, type Refusal, shape } from '../../../aws';
import { memberOf, unitOf } from '../records/organization';
import { changeOrganization, on } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { accountId, parentId } from '../rules/shapes';

/**
 * refuses: AWSOrganizationsNotInUse, AccessDenied, AccountNotFound, SourceParentNotFound,
 * DestinationParentNotFound, DuplicateAccount
 */
export const moveAccount = organizationsOperation({
  name: 'MoveAccount',
  about: 'Moves an account to another organizational unit, or to the root.',
  input: shape.structure({ AccountId: accountId, SourceParentId: parentId, DestinationParentId: parentId }, [
    'AccountId',
    'SourceParentId',
    'DestinationParentId',
  ]),
  readOnly: false,
  permissions: (call) => {
    const { AccountId, SourceParentId, DestinationParentId } = call.input;
    return on('organizations:MoveAccount', call, [AccountId, SourceParentId, DestinationParentId]);
  },
  handle: (call): Refusal | undefined => {
    const { AccountId, SourceParentId, DestinationParentId } = call.input;
    const changed = changeOrganization(call, (organization) => {
      const member = memberOf(organization, AccountId);
      if (!member) return refuseAs('AccountNotFoundException');
      if (member.parentId !== SourceParentId) return refuseAs('SourceParentNotFoundException');
      if (!unitOf(organization, DestinationParentId)) {
        return refuseAs('DestinationParentNotFoundException');
      }
      if (member.parentId === DestinationParentId) return refuseAs('DuplicateAccountException');
      const moved = { ...member, parentId: DestinationParentId };
      const members = organization.members.map((other) => (other === member ? moved : other));
      return { ...organization, members };
    });
    return isRefusal(changed) ? changed : undefined;
  },
});
