import { isRefusal, shape } from '../../../aws';
import { DEFAULT_POLICIES } from '../rules/aws-managed';
import { changeOrganization, on } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { policyType, root, rootId } from '../rules/shapes';
import { changeAll, refuseRoot } from '../rules/targets';
import { rootView } from '../rules/views';

/**
 * The type's default policy is attached to the root, every unit and every account. fact: authorization 9
 * refuses: AWSOrganizationsNotInUse, AccessDenied, RootNotFound, PolicyTypeAlreadyEnabled
 */
export const enablePolicyType = organizationsOperation({
  name: 'EnablePolicyType',
  about: 'Lets SCPs or RCPs be attached in the organization.',
  input: shape.structure({ RootId: rootId, PolicyType: policyType }, ['RootId', 'PolicyType']),
  output: shape.structure({ Root: root }),
  readOnly: false,
  permissions: (call) =>
    on('organizations:EnablePolicyType', call, [call.input.RootId], {
      'organizations:PolicyType': [call.input.PolicyType],
    }),
  handle: (call) => {
    const { RootId, PolicyType } = call.input;
    const changed = changeOrganization(call, (organization) => {
      const refusal = refuseRoot(organization, RootId);
      if (refusal) return refusal;
      if (organization.enabled.includes(PolicyType)) return refuseAs('PolicyTypeAlreadyEnabledException');
      const { id } = DEFAULT_POLICIES[PolicyType];
      const enabled = [...organization.enabled, PolicyType];
      return changeAll({ ...organization, enabled }, ({ attached }) => [...attached, id]);
    });
    return isRefusal(changed) ? changed : { Root: rootView(changed) };
  },
});
