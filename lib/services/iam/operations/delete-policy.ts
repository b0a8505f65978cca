import { isRefusal, type Refusal, shape } from '../../../aws';
import { type ManagedPolicy, policies } from '../records/policy';
import { deleteConflict } from '../rules/errors';
import { namedPolicy, onPolicy, ownPolicy } from '../rules/managed-policies';
import { iamOperation } from '../rules/operation';
import { arn } from '../rules/shapes';
import { boundedBy, holdersOf } from '../rules/views';

/** refuses: InvalidInput, NoSuchEntity, DeleteConflict */
export const deletePolicy = iamOperation({
  name: 'DeletePolicy',
  about: 'Deletes a managed policy that nothing uses and that has one version.',
  input: shape.structure({ PolicyArn: arn }, ['PolicyArn']),
  readOnly: false,
  permissions: (call) => [onPolicy('iam:DeletePolicy', call)],
  handle: (call) => {
    const policy = namedPolicy(call);
    if (isRefusal(policy)) return policy;
    const { account } = call.principal;
    const uses = [
      ...holdersOf(call.world, account, policy.arn),
      ...boundedBy(call.world, account, policy.arn),
    ];
    const refusal = ownPolicy(policy) ?? refuseUse(policy, uses.length);
    if (refusal) return refusal;
    call.world.delete(policies, policy.arn);
    return undefined;
  },
});

function refuseUse(policy: ManagedPolicy, uses: number): Refusal | undefined {
  if (uses > 0) return deleteConflict('Cannot delete a policy attached to entities.');
  if (policy.versions.length === 1) return undefined;
  return deleteConflict(
    "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
  );
}
