import { shape } from '../../../aws';
import { changeHeld, GROUP, on } from '../rules/holders';
import { withInline } from '../rules/inline-policies';
import { iamOperation } from '../rules/operation';
import { groupName, policyDocument, policyName } from '../rules/shapes';

/** refuses: NoSuchEntity, MalformedPolicyDocument, LimitExceeded */
export const putGroupPolicy = iamOperation({
  name: 'PutGroupPolicy',
  about: 'Adds an inline policy to a group, or replaces the one of that name.',
  input: shape.structure({ GroupName: groupName, PolicyName: policyName, PolicyDocument: policyDocument }, [
    'GroupName',
    'PolicyName',
    'PolicyDocument',
  ]),
  readOnly: false,
  permissions: (call) => [on(GROUP, 'iam:PutGroupPolicy', call, call.input.GroupName)],
  handle: (call) =>
    changeHeld(GROUP, call, call.input.GroupName, (group) =>
      withInline(GROUP, group, call.input.PolicyName, call.input.PolicyDocument),
    ),
});
