import { isRefusal, shape } from '../../../aws';
import { rootOf, type Unit, unitOf, unitsDownTo } from '../records/organization';
import { changeOrganization, on } from '../rules/callers';
import { constraintViolation, refuseAs } from '../rules/errors';
import { randomId } from '../rules/ids';
import { organizationsOperation } from '../rules/operation';
import { organizationalUnit, parentId, unitName } from '../rules/shapes';
import { attachedFromTheStart } from '../rules/targets';
import { unitView } from '../rules/views';

/** Levels of units under the root. */
const MAX_DEPTH = 5;

/** refuses: AWSOrganizationsNotInUse, AccessDenied, ParentNotFound, DuplicateOrganizationalUnit, ConstraintViolation */
export const createOrganizationalUnit = organizationsOperation({
  name: 'CreateOrganizationalUnit',
  about: 'Creates an organizational unit under the root or another unit.',
  input: shape.structure({ ParentId: parentId, Name: unitName }, ['ParentId', 'Name']),
  output: shape.structure({ OrganizationalUnit: organizationalUnit }),
  readOnly: false,
  permissions: (call) => on('organizations:CreateOrganizationalUnit', call, [call.input.ParentId]),
  handle: (call) => {
    const { ParentId, Name } = call.input;
    const changed = changeOrganization(call, (organization) => {
      if (!unitOf(organization, ParentId)) return refuseAs('ParentNotFoundException');
      const isTaken = organization.units.some(({ parentId, name }) => parentId === ParentId && name === Name);
      if (isTaken) return refuseAs('DuplicateOrganizationalUnitException');
      if (unitsDownTo(organization, ParentId).length > MAX_DEPTH) {
        return constraintViolation(
          'OU_DEPTH_LIMIT_EXCEEDED',
          `Organizational units can be nested at most ${MAX_DEPTH} levels deep.`,
        );
      }
      const unit: Unit = {
        id: `ou-${rootOf(organization).id.slice(2)}-${randomId(call, 'unit', 8)}`,
        name: Name,
        parentId: ParentId,
        attached: attachedFromTheStart(organization),
      };
      return { ...organization, units: [...organization.units, unit] };
    });
    if (isRefusal(changed)) return changed;
    return { OrganizationalUnit: unitView(changed, changed.units.at(-1) as Unit) };
  },
});
