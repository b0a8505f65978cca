import { isRefusal, shape } from '../../../aws';
import { memberOf, unitOf } from '../records/organization';
import { managedOrganization, on } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, childId, ends, parent } from '../rules/shapes';
import { parentView } from '../rules/views';

/** There is one. refuses: AWSOrganizationsNotInUse, AccessDenied, ChildNotFound */
export const listParents = organizationsOperation({
  name: 'ListParents',
  about: 'Tells what an account or organizational unit is in.',
  input: shape.structure({ ChildId: childId, ...asked }, ['ChildId']),
  output: shape.structure({ Parents: shape.list(parent), ...ends }),
  readOnly: true,
  permissions: (call) => on('organizations:ListParents', call, [call.input.ChildId]),
  handle: (call) => {
    const organization = managedOrganization(call);
    if (isRefusal(organization)) return organization;
    const { ChildId } = call.input;
    const inside = unitOf(organization, ChildId) ?? memberOf(organization, ChildId);
    const found = inside?.parentId === undefined ? undefined : unitOf(organization, inside.parentId);
    if (!found) return refuseAs('ChildNotFoundException');
    return listed('Parents', [parentView(found)], call.input);
  },
});
