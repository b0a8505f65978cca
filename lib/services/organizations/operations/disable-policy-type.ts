import { isRefusal, shape } from '../../../aws';
import { findPolicy } from '../rules/aws-managed';
import { changeOrganization, on } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { policyType, root, rootId } from '../rules/shapes';
import { changeAll, refuseRoot } from '../rules/targets';
import { rootView } from '../rules/views';

/**
 * Every policy of the type is detached from everything; they are kept.
 * refuses: AWSOrganizationsNotInUse, AccessDenied, RootNotFound, PolicyTypeNotEnabled
 */
export const disablePolicyType = organizationsOperation({
  name: 'DisablePolicyType',
  about: 'Detaches all SCPs or all RCPs from everything in the organization.',
  input: shape.structure({ RootId: rootId, PolicyType: policyType }, ['RootId', 'PolicyType']),
  output: shape.structure({ Root: root }),
  readOnly: false,
  permissions: (call) =>
    on('organizations:DisablePolicyType', call, [call.input.RootId], {
      'organizations:PolicyType': [call.input.PolicyType],
    }),
  handle: (call) => {
    const { RootId, PolicyType } = call.input;
    const changed = changeOrganization(call, (organization) => {
      const refusal = refuseRoot(organization, RootId);
      if (refusal) return refusal;
      if (!organization.enabled.includes(PolicyType)) return refuseAs('PolicyTypeNotEnabledException');
      const enabled = organization.enabled.filter((type) => type !== PolicyType);
      const isOther = (id: string) => findPolicy(organization, id)?.type !== PolicyType;
      return changeAll({ ...organization, enabled }, ({ attached }) => attached.filter(isOther));
    });
    return isRefusal(changed) ? changed : { Root: rootView(changed) };
  },
});
