import { isRefusal, shape } from '../../../aws';
import { namedPolicy, onPolicy } from '../rules/managed-policies';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { arn, asked, ends, policyVersion } from '../rules/shapes';
import { versionView } from '../rules/views';

/** Newest first. refuses: InvalidInput, NoSuchEntity */
export const listPolicyVersions = iamOperation({
  name: 'ListPolicyVersions',
  about: 'Lists the versions of a managed policy without their texts.',
  input: shape.structure({ PolicyArn: arn, ...asked }, ['PolicyArn']),
  output: shape.structure({ Versions: shape.list(policyVersion), ...ends }),
  readOnly: true,
  permissions: (call) => [onPolicy('iam:ListPolicyVersions', call)],
  handle: (call) => {
    const policy = namedPolicy(call);
    if (isRefusal(policy)) return policy;
    const newestFirst = [...policy.versions].reverse();
    return listed('Versions', newestFirst, call.input, (version) => versionView(policy, version));
  },
});
