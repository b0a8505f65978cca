import { isRefusal, shape } from '../../../aws';
import { limitExceeded } from '../rules/errors';
import { changePolicy, onPolicy, refuseManagedText } from '../rules/managed-policies';
import { iamOperation } from '../rules/operation';
import { QUOTAS } from '../rules/quotas';
import { arn, policyDocument, policyVersion } from '../rules/shapes';
import { versionView } from '../rules/views';

/** refuses: InvalidInput, NoSuchEntity, MalformedPolicyDocument, LimitExceeded */
export const createPolicyVersion = iamOperation({
  name: 'CreatePolicyVersion',
  about: 'Adds a version to a managed policy; the default version alone is in force.',
  input: shape.structure({ PolicyArn: arn, PolicyDocument: policyDocument, SetAsDefault: shape.boolean() }, [
    'PolicyArn',
    'PolicyDocument',
  ]),
  output: shape.structure({ PolicyVersion: policyVersion }),
  readOnly: false,
  permissions: (call) => [onPolicy('iam:CreatePolicyVersion', call)],
  handle: (call) => {
    const { PolicyDocument: document, SetAsDefault } = call.input;
    const policy = changePolicy(call, (held) => {
      const refusal = refuseManagedText(document);
      if (refusal) return refusal;
      const limit = QUOTAS.versionsPerPolicy;
      if (held.versions.length >= limit) {
        return limitExceeded(
          `A managed policy can have up to ${limit} versions. Before you create a new version, you must delete an existing version.`,
        );
      }
      const lastVersion = held.lastVersion + 1;
      const version = { id: `v${lastVersion}`, document, createdAtMs: call.nowMs };
      const defaultVersion = SetAsDefault ? version.id : held.defaultVersion;
      const versions = [...held.versions, version];
      return { ...held, versions, lastVersion, defaultVersion, updatedAtMs: call.nowMs };
    });
    if (isRefusal(policy)) return policy;
    const newest = policy.versions.at(-1);
    return { PolicyVersion: newest && versionView(policy, newest) };
  },
});
