import { isRefusal, type Refusal, shape } from '../../../aws';
import { changePolicy, onPolicy } from '../rules/managed-policies';
import { iamOperation } from '../rules/operation';
import { arn, tags } from '../rules/shapes';
import { refuseTags, requestTagConditions, withTags } from '../rules/tags';

/** refuses: InvalidInput, NoSuchEntity, LimitExceeded */
export const tagPolicy = iamOperation({
  name: 'TagPolicy',
  about: 'Sets tags of a managed policy.',
  input: shape.structure({ PolicyArn: arn, Tags: tags }, ['PolicyArn', 'Tags']),
  readOnly: false,
  permissions: (call) => {
    const permission = onPolicy('iam:TagPolicy', call);
    const conditions = { ...permission.conditions, ...requestTagConditions(call.input.Tags) };
    return [{ ...permission, conditions }];
  },
  handle: (call): Refusal | undefined => {
    const changed = changePolicy(
      call,
      (policy) =>
        refuseTags(call.input.Tags, policy.tags) ?? {
          ...policy,
          tags: withTags(policy.tags, call.input.Tags),
        },
    );
    return isRefusal(changed) ? changed : undefined;
  },
});
