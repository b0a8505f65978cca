import { isRefusal, type Refusal, shape } from '../../../aws';
import { deleteConflict } from '../rules/errors';
import { changePolicy, heldVersion, onPolicy } from '../rules/managed-policies';
import { iamOperation } from '../rules/operation';
import { arn, versionId } from '../rules/shapes';

/** refuses: InvalidInput, NoSuchEntity, DeleteConflict */
export const deletePolicyVersion = iamOperation({
  name: 'DeletePolicyVersion',
  about: 'Deletes a version of a managed policy that is not in force.',
  input: shape.structure({ PolicyArn: arn, VersionId: versionId }, ['PolicyArn', 'VersionId']),
  readOnly: false,
  permissions: (call) => [onPolicy('iam:DeletePolicyVersion', call)],
  handle: (call): Refusal | undefined => {
    const changed = changePolicy(call, (policy) => {
      const version = heldVersion(policy, call.input.VersionId);
      if (isRefusal(version)) return version;
      if (version.id === policy.defaultVersion) {
        return deleteConflict('Cannot delete the default version of a policy.');
      }
      return { ...policy, versions: policy.versions.filter((held) => held !== version) };
    });
    return isRefusal(changed) ? changed : undefined;
  },
});
