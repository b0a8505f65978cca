import { isRefusal, shape } from '../../../aws';
import { unitOf } from '../records/organization';
import { managedOrganization, on } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, child, ends, parentId } from '../rules/shapes';

/** refuses: AWSOrganizationsNotInUse, AccessDenied, ParentNotFound */
export const listChildren = organizationsOperation({
  name: 'ListChildren',
  about: 'Lists what is right under the root or an organizational unit: accounts or units.',
  input: shape.structure(
    { ParentId: parentId, ChildType: shape.oneOf('ACCOUNT', 'ORGANIZATIONAL_UNIT'), ...asked },
    ['ParentId', 'ChildType'],
  ),
  output: shape.structure({ Children: shape.list(child), ...ends }),
  readOnly: true,
  permissions: (call) => on('organizations:ListChildren', call, [call.input.ParentId]),
  handle: (call) => {
    const organization = managedOrganization(call);
    if (isRefusal(organization)) return organization;
    const { ParentId, ChildType } = call.input;
    if (!unitOf(organization, ParentId)) return refuseAs('ParentNotFoundException');
    const all = ChildType === 'ACCOUNT' ? organization.members : organization.units;
    const its = all.filter((one) => one.parentId === ParentId);
    return listed(
      'Children',
      its.map(({ id }) => ({ Id: id, Type: ChildType })),
      call.input,
    );
  },
});
