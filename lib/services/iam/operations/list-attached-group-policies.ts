import { isRefusal, shape } from '../../../aws';
import { attachedUnder, attachedView } from '../rules/attached-policies';
import { GROUP, held, on } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, attachedPolicies, ends, groupName, policyPath } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const listAttachedGroupPolicies = iamOperation({
  name: 'ListAttachedGroupPolicies',
  about: 'Lists the managed policies attached to a group.',
  input: shape.structure({ GroupName: groupName, PathPrefix: policyPath, ...asked }, ['GroupName']),
  output: shape.structure({ AttachedPolicies: attachedPolicies, ...ends }),
  readOnly: true,
  permissions: (call) => [on(GROUP, 'iam:ListAttachedGroupPolicies', call, call.input.GroupName)],
  handle: (call) => {
    const group = held(GROUP, call, call.input.GroupName);
    if (isRefusal(group)) return group;
    const arns = attachedUnder(call.world, group, call.input.PathPrefix);
    return listed('AttachedPolicies', arns, call.input, attachedView);
  },
});
