import { isRefusal, type Refusal, shape } from '../../../aws';
import { changePolicy, onPolicy } from '../rules/managed-policies';
import { iamOperation } from '../rules/operation';
import { arn, tagKeys } from '../rules/shapes';
import { withoutTags } from '../rules/tags';

/** refuses: InvalidInput, NoSuchEntity */
export const untagPolicy = iamOperation({
  name: 'UntagPolicy',
  about: 'Removes tags of a managed policy.',
  input: shape.structure({ PolicyArn: arn, TagKeys: tagKeys }, ['PolicyArn', 'TagKeys']),
  readOnly: false,
  permissions: (call) => {
    const permission = onPolicy('iam:UntagPolicy', call);
    return [{ ...permission, conditions: { ...permission.conditions, 'aws:TagKeys': call.input.TagKeys } }];
  },
  handle: (call): Refusal | undefined => {
    const changed = changePolicy(call, (policy) => ({
      ...policy,
      tags: withoutTags(policy.tags, call.input.TagKeys),
    }));
    return isRefusal(changed) ? changed : undefined;
  },
});
