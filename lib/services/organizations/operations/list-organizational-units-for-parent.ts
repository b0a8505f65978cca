import { isRefusal, shape } from '../../../aws';
import { unitOf } from '../records/organization';
import { managedOrganization, on } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, organizationalUnit, parentId } from '../rules/shapes';
import { unitView } from '../rules/views';

/** refuses: AWSOrganizationsNotInUse, AccessDenied, ParentNotFound */
export const listOrganizationalUnitsForParent = organizationsOperation({
  name: 'ListOrganizationalUnitsForParent',
  about: 'Lists the organizational units right under the root or another unit.',
  input: shape.structure({ ParentId: parentId, ...asked }, ['ParentId']),
  output: shape.structure({ OrganizationalUnits: shape.list(organizationalUnit), ...ends }),
  readOnly: true,
  permissions: (call) => on('organizations:ListOrganizationalUnitsForParent', call, [call.input.ParentId]),
  handle: (call) => {
    const organization = managedOrganization(call);
    if (isRefusal(organization)) return organization;
    const { ParentId } = call.input;
    if (!unitOf(organization, ParentId)) return refuseAs('ParentNotFoundException');
    const its = organization.units.filter((unit) => unit.parentId === ParentId);
    return listed(
      'OrganizationalUnits',
      its.map((unit) => unitView(organization, unit)),
      call.input,
    );
  },
});
