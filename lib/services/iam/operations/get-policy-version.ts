import { isRefusal, shape } from '../../../aws';
import { heldVersion, namedPolicy, onPolicy } from '../rules/managed-policies';
import { iamOperation } from '../rules/operation';
import { arn, policyVersion, versionId } from '../rules/shapes';
import { versionView } from '../rules/views';

/** refuses: InvalidInput, NoSuchEntity */
export const getPolicyVersion = iamOperation({
  name: 'GetPolicyVersion',
  about: 'Shows a version of a managed policy with its text.',
  input: shape.structure({ PolicyArn: arn, VersionId: versionId }, ['PolicyArn', 'VersionId']),
  output: shape.structure({ PolicyVersion: policyVersion }),
  readOnly: true,
  permissions: (call) => [onPolicy('iam:GetPolicyVersion', call)],
  handle: (call) => {
    const policy = namedPolicy(call);
    if (isRefusal(policy)) return policy;
    const version = heldVersion(policy, call.input.VersionId);
    if (isRefusal(version)) return version;
    return { PolicyVersion: { Document: version.document, ...versionView(policy, version) } };
  },
});
