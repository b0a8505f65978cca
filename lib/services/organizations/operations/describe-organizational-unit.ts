import { isRefusal, shape } from '../../../aws';
import { unitOf } from '../records/organization';
import { managedOrganization, on } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { organizationalUnit, unitId } from '../rules/shapes';
import { unitView } from '../rules/views';

/** refuses: AWSOrganizationsNotInUse, AccessDenied, OrganizationalUnitNotFound */
export const describeOrganizationalUnit = organizationsOperation({
  name: 'DescribeOrganizationalUnit',
  about: 'Shows an organizational unit.',
  input: shape.structure({ OrganizationalUnitId: unitId }, ['OrganizationalUnitId']),
  output: shape.structure({ OrganizationalUnit: organizationalUnit }),
  readOnly: true,
  permissions: (call) =>
    on('organizations:DescribeOrganizationalUnit', call, [call.input.OrganizationalUnitId]),
  handle: (call) => {
    const organization = managedOrganization(call);
    if (isRefusal(organization)) return organization;
    const unit = unitOf(organization, call.input.OrganizationalUnitId);
    if (!unit) return refuseAs('OrganizationalUnitNotFoundException');
    return { OrganizationalUnit: unitView(organization, unit) };
  },
});
