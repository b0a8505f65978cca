import { isRefusal, type Refusal, shape } from '../../../aws';
import { changePolicy, heldVersion, onPolicy } from '../rules/managed-policies';
import { iamOperation } from '../rules/operation';
import { arn, versionId } from '../rules/shapes';

/** refuses: InvalidInput, NoSuchEntity */
export const setDefaultPolicyVersion = iamOperation({
  name: 'SetDefaultPolicyVersion',
  about: 'Puts another version of a managed policy in force.',
  input: shape.structure({ PolicyArn: arn, VersionId: versionId }, ['PolicyArn', 'VersionId']),
  readOnly: false,
  permissions: (call) => [onPolicy('iam:SetDefaultPolicyVersion', call)],
  handle: (call): Refusal | undefined => {
    const changed = changePolicy(call, (policy) => {
      const version = heldVersion(policy, call.input.VersionId);
      return isRefusal(version)
        ? version
        : { ...policy, defaultVersion: version.id, updatedAtMs: call.nowMs };
    });
    return isRefusal(changed) ? changed : undefined;
  },
});
