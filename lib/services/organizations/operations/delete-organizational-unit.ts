import { isRefusal, type Refusal, shape } from '../../../aws';
import { rootOf, unitOf } from '../records/organization';
import { changeOrganization, on } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { unitId } from '../rules/shapes';

/** refuses: AWSOrganizationsNotInUse, AccessDenied, OrganizationalUnitNotFound, OrganizationalUnitNotEmpty */
export const deleteOrganizationalUnit = organizationsOperation({
  name: 'DeleteOrganizationalUnit',
  about: 'Deletes an organizational unit that holds nothing.',
  input: shape.structure({ OrganizationalUnitId: unitId }, ['OrganizationalUnitId']),
  readOnly: false,
  permissions: (call) =>
    on('organizations:DeleteOrganizationalUnit', call, [call.input.OrganizationalUnitId]),
  handle: (call): Refusal | undefined => {
    const { OrganizationalUnitId: id } = call.input;
    const changed = changeOrganization(call, (organization) => {
      const { units, members } = organization;
      const unit = unitOf(organization, id);
      if (!unit || unit === rootOf(organization)) return refuseAs('OrganizationalUnitNotFoundException');
      const holds = [...units, ...members].some(({ parentId }) => parentId === id);
      if (holds) return refuseAs('OrganizationalUnitNotEmptyException');
      return { ...organization, units: units.filter((other) => other !== unit) };
    });
    return isRefusal(changed) ? changed : undefined;
  },
});
